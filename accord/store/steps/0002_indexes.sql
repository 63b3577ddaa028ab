CREATE INDEX grants_by_workbook ON grants (wid);
CREATE INDEX history_by_section ON history (wid, name, ver);
CREATE INDEX history_by_time ON history (kind, at);
CREATE INDEX files_by_workbook ON files (wid);
CREATE INDEX comments_by_workbook ON comments (wid);
CREATE INDEX suggestions_by_workbook ON suggestions (wid);
CREATE INDEX workbooks_by_expiry ON workbooks (expires_at);
CREATE INDEX audit_by_time ON audit (at);
