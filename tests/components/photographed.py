"""A paper with its pictures, as a person adds them, for tests of what is done with them."""

from streamlit.testing.v1 import AppTest

from accord.case import Case, Evidence, EvidenceState
from tests.accord.evidence.specimens import as_bytes, specimen
from tests.components.opened import example, opened

PAPER = "evidence-2"
ITEM = "leaving_certificate"
PHOTO = ("..\\\\..\\\\<img src=x onerror=alert(1)>\u202egpj.exe.jpg", as_bytes(specimen(24)), "image/jpeg")
NO_PHOTO = ("invoice.pdf", b"PK\x03\x04 an archive", "application/pdf")


def at_the_paper(case: Case | None = None, language: str = "zh_CN") -> AppTest:
    """Return chapter 4 with the card of one paper of the example's checklist open."""
    app = opened("4_materials", case or example(), language=language)
    app.session_state[f"item_{ITEM}"] = True
    return app.run()


def add(app: AppTest, *files: tuple[str, bytes, str], turn: int = 0) -> AppTest:
    """Add files to the paper."""
    app.file_uploader(key=f"upload_{PAPER}_{turn}").set_value(list(files)).run()
    return app


def the_paper(app: AppTest) -> Evidence:
    """Return the paper as it stands in the case."""
    case: Case = app.session_state["case"]
    return next(paper for paper in case.evidence if paper.id == PAPER)


def without_state() -> Case:
    """Return the example with the paper not at hand yet."""
    case = example()
    next(paper for paper in case.evidence if paper.id == PAPER).state = EvidenceState.MISSING
    return case
