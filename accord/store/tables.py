"""The tables, alike on SQLite and PostgreSQL.

In clear stand sizes, times, roles, counts and the program's own section names; everything a person wrote is sealed.
Times are seconds since 1970, days are days since 1970.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _bytes(name: str, *, key: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, primary_key=key, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, server_default="0")


def _word(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _wid(*, key: bool = False) -> Column[bytes]:
    return Column("wid", LargeBinary, ForeignKey("workbooks.wid"), primary_key=key, nullable=False)


workbooks = Table(
    "workbooks",
    metadata,
    _bytes("wid", key=True),
    _number("gen"),
    _number("gen_ops"),  # rows sealed under this generation's keys
    _number("ops"),
    _number("schema"),
    _number("created_day"),
    _number("touched_day"),
    _number("expires_at"),
    _number("bytes_used"),
    _bytes("manifest"),
)
grants = Table(
    "grants",
    metadata,
    _bytes("lookup", key=True),
    _wid(),
    _word("role"),
    _number("scope"),
    _number("gen"),
    _number("kid"),
    _number("created_at"),
    _number("expires_at"),
    _number("max_opens"),  # 0: no limit
    _number("opens"),
    _number("needs_code"),
    _number("code_failures"),
    _bytes("note"),  # the owner's, sealed for the owner
    _bytes("view"),  # what the link shows, sealed for the link
    _bytes("wrap"),
    _bytes("kekbox"),
)
sections = Table(
    "sections",
    metadata,
    _wid(key=True),
    _word("name", key=True),
    _number("ver"),
    _number("gen"),
    _bytes("op_id"),
    _bytes("ct"),
)
history = Table(
    "history",
    metadata,
    _bytes("hid", key=True),
    _wid(),
    _word("name"),
    _number("ver"),
    _word("kind"),  # prev | conflict
    _number("gen"),
    _bytes("op_id"),
    _bytes("ct"),
    _number("at"),
)
files = Table(
    "files",
    metadata,
    _bytes("fid", key=True),
    _wid(),
    _number("gen"),
    _number("size"),
    _bytes("label"),
    _bytes("ct"),
    _number("at"),
)
comments = Table(
    "comments",
    metadata,
    _bytes("cid", key=True),
    _wid(),
    _word("section"),
    _bytes("author"),
    _number("gen"),
    _bytes("ct"),
    _number("at"),
    _number("deleted_at"),
)
suggestions = Table(
    "suggestions",
    metadata,
    _bytes("sid", key=True),
    _wid(),
    _word("section"),
    _number("base"),
    _bytes("author"),
    _number("gen"),
    _bytes("ct"),
    _number("at"),
    _word("state"),  # open | accepted | refused
)
handovers = Table(
    "handovers",
    metadata,
    _bytes("found_by", key=True),
    _bytes("wid"),  # empty where the draft is not kept; no foreign key for that reason
    _number("expires_at"),
    _bytes("ct"),
)
pending = Table(
    "pending",
    metadata,
    _bytes("pid", key=True),
    _wid(),
    _number("gen"),
    _bytes("ct"),
    _number("at"),
)
rate = Table("rate", metadata, _bytes("bucket", key=True), Column("win", BigInteger, primary_key=True), _number("n"))
audit = Table(
    "audit", metadata, _bytes("aid", key=True), _number("at"), _word("event"), _bytes("wid8"), _bytes("lookup8")
)
jobs = Table("jobs", metadata, _word("name", key=True), _number("lease_until"))
meta = Table("meta", metadata, _word("k", key=True), _word("v"))

OF_ONE_WORKBOOK = (handovers, pending, suggestions, comments, files, history, sections, grants, workbooks)
"""All tables with rows of one workbook, in the order rows can be deleted."""
