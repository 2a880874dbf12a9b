"""What the machine cannot do, as where a disk is full: the build fails in one line, and the next one does all again."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

from sphinx.errors import SphinxParallelError
from sphinx.util import logging

from whereas.site.domain import domain_of
from whereas.site.fresh.whole import write_pages_whole
from whereas.sphinx_seam.processes import EndedError, fail_with_processes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

_AGAIN = "make room, or let it be written to, and build again"
#: What a disk cannot do.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
#: How an error of another process is told, in whatever another error says of it.
_TOLD = re.compile(r"\[Errno (\d+)\] (.+?)\)*$", re.MULTILINE)
_ENDED = "the system has ended a process of this build, as it does where memory is short: build again, with `-j 1`"


def fail_if_lost(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: what could not be written makes the build fail, with and without -W.

    Sphinx warns of a page that could not be written; whatever else cannot, ends the build with a traceback.
    """
    if exception is None and domain_of(app.env).listener.is_lost:
        logger.error("not all could be written, as is said above: %s", _AGAIN, type="whereas", subtype="disk")
        app.statuscode = 1
    elif isinstance(exception, EndedError):
        logger.error(_ENDED, type="whereas", subtype="memory")
        raise SystemExit(1)
    elif why := _why(exception):
        logger.error("nothing more can be written to the disk: %s; %s", why, _AGAIN, type="whereas", subtype="disk")
        raise SystemExit(1)


def _why(exception: Exception | None) -> str:
    """Why a disk took no more, if that is what an exception is; what another process met is told as text."""
    for each in (exception, getattr(exception, "orig_exc", None)):
        if isinstance(each, OSError) and each.errno in _FULL:
            return f"{each.strerror}, {each.filename}" if each.filename else str(each.strerror)
    told = _TOLD.search(str(exception)) if isinstance(exception, SphinxParallelError) else None
    return told[2] if told and int(told[1]) in _FULL else ""


def setup_disk(app: Sphinx) -> None:
    """Connect both, the latter before what was written is noted; have processes fail aloud."""
    fail_with_processes()
    app.connect("builder-inited", write_pages_whole)
    app.connect("build-finished", fail_if_lost, priority=970)
