"""Before the hardened server takes its first visitor it reads the settings in force, and does not start with bad ones.

Settings come from four places (the settings file, the user's own, the environment, flags), so only what is in force
at the end counts. `streamlit run app.py`, the plain way, is not held to this and says on its pages what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from accord.errors import AccordError
from accord.i18n import LANGUAGES, N_, _, speaking
from accord.serving import BIND_HEADER, BIND_KEY

Options = Callable[[str], object]
"""Returns the value in force of a setting by its name, as `st.get_option` does."""

UNSAFE: Final = N_(
    "The workbook does not start, because the setting {name} is {found}; it has to be {wanted}. "
    "Start it with “make run”, or correct the setting."
)
OPEN_ADDRESS: Final = N_(
    "The workbook does not start, because server.address lets other machines in and neither server.allowedHosts nor "
    "PUBLIC_URL says by which names. Start it with “make run”, or set them."
)


class UnsafeSettingError(AccordError):
    """A setting the hardened server does not start with; `name` says which."""

    def __init__(self, message: str, *, name: str, **params: object) -> None:
        """Keep the setting's name beside the sentence."""
        super().__init__(message, name=name, **params)
        self.name = name


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a setting has to be: in words of the settings file, and as a test of its value."""

    words: str
    fits: Callable[[object], bool]


def _exactly(value: object, words: str = "") -> Wanted:
    return Wanted(words or str(value).lower(), lambda found: found == value and type(found) is type(value))


def _at_most(limit: int) -> Wanted:
    return Wanted(
        f"1 … {limit}",
        lambda found: isinstance(found, int | float) and not isinstance(found, bool) and 0 < found <= limit,
    )


def _nothing() -> Wanted:
    return Wanted("empty", lambda found: not found)


WANTED: Final[Mapping[str, Wanted]] = {
    "browser.gatherUsageStats": _exactly(value=False),
    "client.showErrorDetails": _exactly("none"),
    "global.developmentMode": _exactly(value=False),
    "logger.level": Wanted("info, warning or error", lambda found: found in {"info", "warning", "error", "critical"}),
    "logger.enableRich": _exactly(value=False),
    "server.enableXsrfProtection": _exactly(value=True),
    "server.enableCORS": _exactly(value=True),
    "server.corsAllowedOrigins": _nothing(),
    "server.maxUploadSize": _at_most(64),
    "server.maxMessageSize": _at_most(30),
    "server.maxWidgetStateSize": _at_most(2),
    "server.disconnectedSessionTTL": _at_most(60),
    "server.fileWatcherType": _exactly("none"),
    "server.runOnSave": _exactly(value=False),
    "server.enableAgentApi": _exactly(value=False),
    "server.enableStaticServing": _exactly(value=False),
    "server.scriptHealthCheckEnabled": _exactly(value=False),
    "server.baseUrlPath": _nothing(),
    "server.trustedUserHeaders": _exactly({BIND_HEADER: BIND_KEY}, f'{{"{BIND_HEADER}" = "{BIND_KEY}"}}'),
}
"""Every setting the hardened server insists on, and what it has to be."""


def check_settings(options: Options, public_url: str) -> None:
    """Let the server start, or say which setting hinders it.

    Raises:
        UnsafeSettingError: a setting in force is not what it has to be.
    """
    for name, wanted in WANTED.items():
        found = options(name)
        if not wanted.fits(found):
            raise UnsafeSettingError(UNSAFE, name=name, found=found, wanted=wanted.words)
    hosts = named_hosts(options)
    if "*" in hosts:
        raise UnsafeSettingError(UNSAFE, name="server.allowedHosts", found="*", wanted="example.com …")
    if not _this_machine(options("server.address")) and not hosts and not public_url:
        raise UnsafeSettingError(OPEN_ADDRESS, name="server.address")


def named_hosts(options: Options) -> tuple[str, ...]:
    """Return the host names the setting allows."""
    found = options("server.allowedHosts")
    return tuple(str(name).strip() for name in found) if isinstance(found, list | tuple) else ()


def both_languages(error: AccordError) -> str:
    """Return an error's sentence in both languages: who starts a server may read either."""
    lines = []
    for tongue in LANGUAGES:
        with speaking(tongue):
            lines.append(_(error.message).format(**error.params))
    return "\n".join(lines)


def _this_machine(address: object) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(str(address)).is_loopback
    except ValueError:
        return False
