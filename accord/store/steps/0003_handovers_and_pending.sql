CREATE TABLE handovers (
    found_by {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL,
    expires_at BIGINT NOT NULL DEFAULT 0,
    ct {bytes} NOT NULL
);
CREATE INDEX handovers_by_workbook ON handovers (wid);
CREATE INDEX handovers_by_expiry ON handovers (expires_at);

CREATE TABLE pending (
    pid {bytes} NOT NULL PRIMARY KEY,
    wid {bytes} NOT NULL REFERENCES workbooks,
    gen BIGINT NOT NULL DEFAULT 0,
    ct {bytes} NOT NULL,
    at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX pending_by_workbook ON pending (wid);
