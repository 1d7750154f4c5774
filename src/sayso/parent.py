"""Processes that end with the one that started them, even where that is killed and can't tell them."""

import ctypes
import os
import signal
import sys
import threading
import time

PR_SET_PDEATHSIG = 1
SECONDS = 1.0  # between two looks at the parent, where the system can't be asked to tell


def end_with(parent: int) -> None:
    """Nothing; from now on this process is killed as soon as `parent`, which started it, is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    else:
        threading.Thread(target=watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)


def watch(parent: int) -> None:
    """Nothing; ends this process once it has another parent."""
    while os.getppid() == parent:
        time.sleep(SECONDS)
    os._exit(1)
