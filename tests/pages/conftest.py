from tests.web.conftest import _today, open_page

__all__ = ["_today", "open_page"]
