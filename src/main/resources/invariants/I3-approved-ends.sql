-- I3: an approved referral waits visibly as a placement, has a case id, was refused, or was withdrawn.
SELECT r.id AS referral, r.state, p.id AS placement, p.state AS placement_state, p.agency_case_id
FROM referral r LEFT JOIN placement p ON p.referral_id = r.id
WHERE (r.state = 'approved' AND coalesce(p.state, '') NOT IN ('prepared', 'submitting'))
   OR (r.state = 'placed' AND p.agency_case_id IS NULL)
   OR (r.state = 'proposed' AND p.id IS NOT NULL)
   OR (p.state NOT IN ('prepared', 'submitting', 'rejected', 'closed') AND p.agency_case_id IS NULL)
   OR (p.state = 'submitting' AND p.next_submit_at IS NULL AND p.alert IS NULL)
