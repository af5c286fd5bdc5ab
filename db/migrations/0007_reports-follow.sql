-- What reports are made of follows the records by triggers; below, what is held already.
CREATE TRIGGER problems_of_new_records AFTER INSERT ON records
BEGIN
	INSERT INTO standing_problems (source_id, code, severity, record_id, number)
	SELECT NEW.source_id, problem.value ->> 'code', problem.value ->> 'severity', NEW.id, count(*)
	FROM json_each(NEW.problems) AS problem
	WHERE NEW.deleted = 0 AND NEW.visibility IN ('public', 'metadata-only')
	GROUP BY problem.value ->> 'code', problem.value ->> 'severity';
END;
--> statement-breakpoint
CREATE TRIGGER problems_of_changed_records AFTER UPDATE OF problems, deleted, visibility ON records
BEGIN
	DELETE FROM standing_problems WHERE record_id = OLD.id;
	INSERT INTO standing_problems (source_id, code, severity, record_id, number)
	SELECT NEW.source_id, problem.value ->> 'code', problem.value ->> 'severity', NEW.id, count(*)
	FROM json_each(NEW.problems) AS problem
	WHERE NEW.deleted = 0 AND NEW.visibility IN ('public', 'metadata-only')
	GROUP BY problem.value ->> 'code', problem.value ->> 'severity';
END;
--> statement-breakpoint
CREATE TRIGGER links_of_new_records AFTER INSERT ON records
BEGIN
	INSERT INTO record_links (record_id, path, source_id, url, kind)
	SELECT NEW.id, 'resource.distributions[' || file.key || '].url', NEW.source_id, file.value ->> 'url', file.value ->> 'kind'
	FROM json_each(NEW.record, '$.resource.distributions') AS file
	WHERE NEW.deleted = 0 AND NEW.visibility = 'public'
		AND (file.value ->> 'url' LIKE 'http://%' OR file.value ->> 'url' LIKE 'https://%');
	INSERT INTO record_links (record_id, path, source_id, url, kind)
	SELECT NEW.id, 'resource.identifiers[' || name.key || '].uri', NEW.source_id, name.value ->> 'uri', 'identifier'
	FROM json_each(NEW.record, '$.resource.identifiers') AS name
	WHERE NEW.deleted = 0 AND NEW.visibility IN ('public', 'metadata-only')
		AND name.value ->> 'scheme' IN ('doi', 'handle', 'ark') AND name.value ->> 'uri' LIKE 'http%';
	INSERT INTO link_checks (url, host, checked_at, next_check_at, failures, outcome)
	SELECT url, lower(substr(rest, 1, instr(rest || '/', '/') - 1)), 0, 0, 0, 'not-checked'
	FROM (SELECT DISTINCT url, substr(url, instr(url, '://') + 3) AS rest FROM record_links AS link
		WHERE link.record_id = NEW.id AND NOT EXISTS (SELECT 1 FROM link_checks AS known WHERE known.url = link.url));
END;
--> statement-breakpoint
CREATE TRIGGER links_of_changed_records AFTER UPDATE OF record, deleted, visibility ON records
BEGIN
	DELETE FROM record_links WHERE record_id = OLD.id;
	INSERT INTO record_links (record_id, path, source_id, url, kind)
	SELECT NEW.id, 'resource.distributions[' || file.key || '].url', NEW.source_id, file.value ->> 'url', file.value ->> 'kind'
	FROM json_each(NEW.record, '$.resource.distributions') AS file
	WHERE NEW.deleted = 0 AND NEW.visibility = 'public'
		AND (file.value ->> 'url' LIKE 'http://%' OR file.value ->> 'url' LIKE 'https://%');
	INSERT INTO record_links (record_id, path, source_id, url, kind)
	SELECT NEW.id, 'resource.identifiers[' || name.key || '].uri', NEW.source_id, name.value ->> 'uri', 'identifier'
	FROM json_each(NEW.record, '$.resource.identifiers') AS name
	WHERE NEW.deleted = 0 AND NEW.visibility IN ('public', 'metadata-only')
		AND name.value ->> 'scheme' IN ('doi', 'handle', 'ark') AND name.value ->> 'uri' LIKE 'http%';
	INSERT INTO link_checks (url, host, checked_at, next_check_at, failures, outcome)
	SELECT url, lower(substr(rest, 1, instr(rest || '/', '/') - 1)), 0, 0, 0, 'not-checked'
	FROM (SELECT DISTINCT url, substr(url, instr(url, '://') + 3) AS rest FROM record_links AS link
		WHERE link.record_id = NEW.id AND NOT EXISTS (SELECT 1 FROM link_checks AS known WHERE known.url = link.url));
END;
--> statement-breakpoint
INSERT INTO standing_problems (source_id, code, severity, record_id, number)
	SELECT records.source_id, problem.value ->> 'code', problem.value ->> 'severity', records.id, count(*)
	FROM records, json_each(records.problems) AS problem
	WHERE records.deleted = 0 AND records.visibility IN ('public', 'metadata-only')
	GROUP BY records.id, problem.value ->> 'code', problem.value ->> 'severity';
--> statement-breakpoint
INSERT INTO record_links (record_id, path, source_id, url, kind)
	SELECT records.id, 'resource.distributions[' || file.key || '].url', records.source_id, file.value ->> 'url', file.value ->> 'kind'
	FROM records, json_each(records.record, '$.resource.distributions') AS file
	WHERE records.deleted = 0 AND records.visibility = 'public'
		AND (file.value ->> 'url' LIKE 'http://%' OR file.value ->> 'url' LIKE 'https://%');
--> statement-breakpoint
INSERT INTO record_links (record_id, path, source_id, url, kind)
	SELECT records.id, 'resource.identifiers[' || name.key || '].uri', records.source_id, name.value ->> 'uri', 'identifier'
	FROM records, json_each(records.record, '$.resource.identifiers') AS name
	WHERE records.deleted = 0 AND records.visibility IN ('public', 'metadata-only')
		AND name.value ->> 'scheme' IN ('doi', 'handle', 'ark') AND name.value ->> 'uri' LIKE 'http%';
--> statement-breakpoint
UPDATE link_checks SET host = lower(substr(substr(url, instr(url, '://') + 3), 1, instr(substr(url, instr(url, '://') + 3) || '/', '/') - 1));
--> statement-breakpoint
UPDATE link_checks SET next_check_at = 0 WHERE outcome <> 'answered' OR status >= 400;
--> statement-breakpoint
INSERT INTO link_checks (url, host, checked_at, next_check_at, failures, outcome)
	SELECT url, lower(substr(rest, 1, instr(rest || '/', '/') - 1)), 0, 0, 0, 'not-checked'
	FROM (SELECT DISTINCT url, substr(url, instr(url, '://') + 3) AS rest FROM record_links AS link
		WHERE NOT EXISTS (SELECT 1 FROM link_checks AS known WHERE known.url = link.url));
