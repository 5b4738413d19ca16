"""Put on a server's PYTHONPATH: it then tells the log all it can, and keeps its files small.

Every logger speaks, those of the libraries too. No file may grow past the limit, so that
a file of two megabytes that somebody opens cannot be laid down on the disk unseen.
"""

import logging
import os
import resource

logging.basicConfig(level=logging.DEBUG)
if limit := os.environ.get("LARGEST_FILE"):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
