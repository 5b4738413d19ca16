"""Put on a server's PYTHONPATH: each look through what a session holds then takes its time.

As on a busy machine, where another thread may come in between: it does so every time.
"""

import time
from unittest import mock

from streamlit.runtime.state.session_state import SessionState

_look_up = SessionState._get_widget_id


def _slowly(state: SessionState, key: str) -> str:
    time.sleep(0.0005)
    return _look_up(state, key)


mock.patch.object(SessionState, "_get_widget_id", _slowly).start()
