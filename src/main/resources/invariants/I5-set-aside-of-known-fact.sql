-- I5: what the agency's desk set aside is a fact.
SELECT p.fact_id
FROM agency_fact_problem p
WHERE NOT EXISTS (SELECT FROM fact f
                  WHERE f.id = p.fact_id AND f.lot = (SELECT max(id) FROM fact_lot WHERE id <= p.fact_id))
