CREATE TABLE meta (
    k TEXT NOT NULL PRIMARY KEY,
    v TEXT NOT NULL
);

CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY,
    lease_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE rate (
    bucket {bytes} NOT NULL,
    win BIGINT NOT NULL,
    n BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (bucket, win)
);

CREATE TABLE audit (
    aid {bytes} NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL DEFAULT 0,
    event TEXT NOT NULL,
    wid8 {bytes} NOT NULL,
    lookup8 {bytes} NOT NULL
);

CREATE TABLE workbooks (
    wid {bytes} NOT NULL PRIMARY KEY,
    gen BIGINT NOT NULL DEFAULT 0,
    gen_ops BIGINT NOT NULL DEFAULT 0,
    ops BIGINT NOT NULL DEFAULT 0,
    schema BIGINT NOT NULL DEFAULT 0,
    created_day BIGINT NOT NULL DEFAULT 0,
    touched_day BIGINT NOT NULL DEFAULT 0,
    expires_at BIGINT NOT NULL DEFAULT 0,
    bytes_used BIGINT NOT NULL DEFAULT 0,
    manifest {bytes} NOT NULL
);

CREATE TABLE grants (
    lookup {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL REFERENCES workbooks,
    role TEXT NOT NULL,
    scope BIGINT NOT NULL DEFAULT 0,
    gen BIGINT NOT NULL DEFAULT 0,
    kid BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL DEFAULT 0,
    expires_at BIGINT NOT NULL DEFAULT 0,
    max_opens BIGINT NOT NULL DEFAULT 0,
    opens BIGINT NOT NULL DEFAULT 0,
    needs_code BIGINT NOT NULL DEFAULT 0,
    code_failures BIGINT NOT NULL DEFAULT 0,
    note {bytes} NOT NULL,
    view {bytes} NOT NULL,
    wrap {bytes} NOT NULL,
    kekbox {bytes} NOT NULL
);

CREATE TABLE sections (
    wid {bytes} NOT NULL REFERENCES workbooks,
    name TEXT NOT NULL,
    ver BIGINT NOT NULL DEFAULT 0,
    gen BIGINT NOT NULL DEFAULT 0,
    op_id {bytes} NOT NULL,
    ct {bytes} NOT NULL,
    PRIMARY KEY (wid, name)
);

CREATE TABLE history (
    hid {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL REFERENCES workbooks,
    name TEXT NOT NULL,
    ver BIGINT NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    gen BIGINT NOT NULL DEFAULT 0,
    op_id {bytes} NOT NULL,
    ct {bytes} NOT NULL,
    at BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE files (
    fid {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL REFERENCES workbooks,
    gen BIGINT NOT NULL DEFAULT 0,
    size BIGINT NOT NULL DEFAULT 0,
    label {bytes} NOT NULL,
    ct {bytes} NOT NULL,
    at BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE comments (
    cid {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL REFERENCES workbooks,
    section TEXT NOT NULL,
    author {bytes} NOT NULL,
    gen BIGINT NOT NULL DEFAULT 0,
    ct {bytes} NOT NULL,
    at BIGINT NOT NULL DEFAULT 0,
    deleted_at BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE suggestions (
    sid {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL REFERENCES workbooks,
    section TEXT NOT NULL,
    base BIGINT NOT NULL DEFAULT 0,
    author {bytes} NOT NULL,
    gen BIGINT NOT NULL DEFAULT 0,
    ct {bytes} NOT NULL,
    at BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL
);
