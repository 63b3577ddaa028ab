"""Why a file was not taken, in sentences a person may read. The rest of the workbook is untouched by any of them."""

from __future__ import annotations

from accord.errors import AccordError
from accord.evidence.codes import Code
from accord.evidence.limits import LARGEST_CASE, LARGEST_FILE, MB, MOST_FILES, MOST_PAGES, MOST_PIXELS
from accord.i18n import N_

REASONS: dict[Code, str] = {
    Code.EMPTY: N_("The file is empty. Everything else is untouched; please choose it again."),
    Code.SIZE: N_(
        "The file is larger than {size} MB. Everything else is untouched; a photo of each page is often smaller."
    ),
    Code.KIND: N_(
        "This is no photo (JPEG, PNG, WebP) and no PDF, whatever its name says. Everything else is untouched."
    ),
    Code.HEIF: N_(
        'This is a photo in HEIC format, as iPhones make it. Set the camera to "Most compatible", or take a '
        "screenshot of the photo and add that. Everything else is untouched."
    ),
    Code.PIXELS: N_(
        "The picture has more than {pixels} million pixels. Please take a smaller one; the rest is untouched."
    ),
    Code.PAGES: N_("The PDF has more than {pages} pages. Please print the pages that matter into a PDF of their own."),
    Code.LOCKED: N_(
        "The PDF asks for a password. Open it, print it into a new PDF without a password, and add that one. "
        "Everything else is untouched."
    ),
    Code.DAMAGED: N_("The file is damaged or cut off and cannot be read. Everything else is untouched."),
    Code.HEAVY: N_(
        "The file takes too long or too much memory to read safely and was put aside. Everything else is untouched; "
        "a photo of the page will do."
    ),
    Code.BUSY: N_("Many files are being read at the moment. Please try again in a minute; nothing was lost."),
    Code.MANY: N_("There is room for {files} files. Please remove one first."),
    Code.FULL: N_("All photos together may have {case} MB. Please remove a large one first."),
}
_BOUNDS = {
    "size": LARGEST_FILE // MB,
    "pixels": MOST_PIXELS // 1_000_000,
    "pages": MOST_PAGES,
    "files": MOST_FILES,
    "case": LARGEST_CASE // MB,
}


class EvidenceError(AccordError):
    """A file that was not taken; its sentence says why and what to do."""

    def __init__(self, code: Code) -> None:
        """Take the sentence for a code."""
        self.code = code
        super().__init__(REASONS[code], **_BOUNDS)
