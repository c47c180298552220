-- A query that a test can make return a row: it counts the rows of a table that exists in that test only.
SELECT found.rows
FROM (SELECT (xpath('/row/n/text()', query_to_xml(
        CASE WHEN to_regclass('broken_on_purpose') IS NULL THEN 'SELECT 0 AS n'
             ELSE 'SELECT count(*) AS n FROM broken_on_purpose' END, false, true, '')))[1]::text::int AS rows) found
WHERE found.rows > 0
