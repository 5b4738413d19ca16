"""`python -m selfcheck` is the same as `selfcheck`."""

import sys

from selfcheck.cli import main

sys.exit(main())
