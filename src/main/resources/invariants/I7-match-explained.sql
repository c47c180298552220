-- I7: what was decided as automatic was posted in the same transaction.
SELECT d.id AS decision, d.receipt_id
FROM match_decision d
WHERE d.decision = 'auto'
  AND NOT EXISTS (SELECT FROM posting p
                  WHERE p.receipt_id = d.receipt_id AND p.kind = 'allocated' AND p.cause_kind = 'rule'
                    AND p.posted_at = d.decided_at)
