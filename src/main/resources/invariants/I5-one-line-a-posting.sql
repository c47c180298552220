-- I5: an ERP is told of a posting by one line.
SELECT posting_id FROM write_back GROUP BY posting_id HAVING count(*) > 1
