# gives case-report/1
# The demo agency's case -> case-report/1. A word that is not in the map goes through as it is: recoup then keeps the
# last state and shows the agency's own word to a person.
. as $case
| {
    caseNumber: .creditorReference,
    agencyCaseId: .id,
    state: ({
        "received": "submitted",
        "checking": "under_review",
        "in_progress": "active",
        "waiting_for_client": "action_required",
        "settled": "closed",
        "uncollectable": "closed",
        "withdrawn": "closed"
      }[.status] // .status),
    stage: ({"amicable": "extrajudicial", "court": "judicial"}[.phase] // .phase),
    outcome: {"settled": "paid", "uncollectable": "exhausted", "withdrawn": "recalled"}[.status],
    currency: .currency,
    outstanding: .outstanding,
    raw: .status,
    payments: [.payments[] | select(.to == "us") | {
        paymentId: .id,
        on: .date,
        currency: $case.currency,
        amount: .amount,
        receivedBy: "agency"
      }]
  }
| with_entries(select(.value != null))
