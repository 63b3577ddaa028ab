"""Lets a measured server tell what it holds: on SIGUSR1 it writes its counts to the file that `WORKBOOK_INSIDE` names.

Python reads this module at its start because the measuring process puts this folder on the server's path. The
workbook itself knows nothing of it.
"""

import contextlib
import json
import os
import signal
import sys
from pathlib import Path


def tell(*_signal: object) -> None:
    """Write how many sessions and media files the server holds."""
    from streamlit.runtime import Runtime  # noqa: PLC0415  no sooner than somebody asks

    runtime = Runtime.instance()
    media = runtime._media_file_mgr  # noqa: SLF001  nothing public counts them
    counts = {
        "sessions": len(runtime._session_mgr.list_sessions()),  # noqa: SLF001  likewise
        "media files": len(media._file_metadata),  # noqa: SLF001  likewise
        "kept media": len(media._storage._files_by_id),  # type: ignore[attr-defined]  # noqa: SLF001  likewise
    }
    target = Path(os.environ["WORKBOOK_INSIDE"])
    whole = target.with_suffix(".new")
    whole.write_text(json.dumps(counts), encoding="utf-8")
    whole.replace(target)


if os.environ.get("WORKBOOK_INSIDE") and "streamlit" in " ".join(sys.orig_argv):
    with contextlib.suppress(ValueError):  # a thread's interpreter takes no signals
        signal.signal(signal.SIGUSR1, tell)
