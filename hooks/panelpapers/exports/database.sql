-- The tables that hold records of every kind. Those of each kind and of each register follow from the records.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (
  record TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, family TEXT NOT NULL, key TEXT NOT NULL,
  parent TEXT REFERENCES record (record), field TEXT, position INTEGER, language TEXT NOT NULL, url TEXT
) WITHOUT ROWID;
CREATE TABLE listed_value (
  record TEXT NOT NULL REFERENCES record (record), field TEXT NOT NULL, position INTEGER NOT NULL, value NOT NULL
);
CREATE TABLE reference (
  record TEXT NOT NULL REFERENCES record (record), field TEXT NOT NULL, position INTEGER NOT NULL,
  register TEXT NOT NULL, id TEXT NOT NULL, target TEXT REFERENCES record (record), url TEXT
);
CREATE TABLE language_version (
  record TEXT NOT NULL REFERENCES record (record), field TEXT NOT NULL, position INTEGER NOT NULL,
  language TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX record_parent ON record (parent);
CREATE INDEX reference_record ON reference (record);
CREATE INDEX reference_target ON reference (target);
CREATE INDEX listed_value_record ON listed_value (record);
CREATE INDEX language_version_record ON language_version (record);

-- Views. The line before each says on the page of the data what it gives.

-- Who was present at which meeting.
CREATE VIEW attended AS
  SELECT m.date, a.*
  FROM attendance a
  JOIN meetings m USING (meeting)
  WHERE a.listed = 'present';

-- What is still to be done as far as the papers show, the oldest first.
CREATE VIEW owed AS
  SELECT action, since, owner, text, due, status, url
  FROM actions
  WHERE standing = 'owed'
  ORDER BY since, action;

-- How each person voted on what, where the minutes name them.
CREATE VIEW voted AS
  SELECT m.date, b.name, b.side, v.kind, v.text, v.result, v.about, b.person, b.vote, v.url
  FROM ballots b
  JOIN votes v USING (vote)
  JOIN meetings m ON m.meeting = b.meeting;

-- The last figure of each series whose days are known.
CREATE VIEW latest_figures AS
  SELECT f.*
  FROM figures f
  WHERE f.period_end = (SELECT max(l.period_end)
  FROM figures l
  WHERE l.indicator = f.indicator AND l.series = f.series AND (l.value IS NOT NULL OR l.lowest IS NOT NULL));

-- Each action with what was told of it, meeting by meeting.
CREATE VIEW action_history AS
  SELECT a.action, a.since, a.owner, a.text, s.meeting AS told_at, s.step, s.text AS told, s.outcome
  FROM actions a
  LEFT JOIN action_steps s USING (action);

-- What a group refers to, with the kind and the place of the group.
CREATE VIEW references_named AS
  SELECT f.kind, f.url, r.field, r.register, r.id, r.target, r.url AS target_url
  FROM reference r
  JOIN record f USING (record);
