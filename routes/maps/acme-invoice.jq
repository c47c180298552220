# gives invoice/1
#
# One document of ACME's billing API: cents as whole numbers, days as 20260331, the customer nested.
# A page with a list of documents gives them all. The door adds the source.

def cents:
  tostring
  | if test("^-?[0-9]+$") then . else error("not a whole number of cents: " + .) end
  | (if startswith("-") then "-" else "" end) as $sign
  | ltrimstr("-")
  | (if length < 3 then ("000" + .)[-3:] else . end)
  | $sign + .[:-2] + "." + .[-2:];

def day:
  if . == null then null else tostring | .[0:4] + "-" + .[4:6] + "-" + .[6:8] end;

(.documents // [.])[]
| {
    sourceId: .id | tostring,
    changedAt: .updated,
    kind: { "INV": "invoice", "CRN": "credit_note", "DBN": "debit_note" }[.type],
    number: .no,
    issuedOn: .issued | day,
    dueOn: .due | day,
    currency: .ccy,
    # a credit note comes below zero there and above zero here
    total: .gross_cents | cents | ltrimstr("-"),
    open: (if .rest_cents == null then null else .rest_cents | cents | ltrimstr("-") end),
    state: (if .void then "cancelled" else null end),
    debtor: {
      sourceId: .customer.code,
      name: .customer.company,
      taxId: .customer.vat,
      language: (.customer.lang // null),
      country: .customer.country,
      contacts: (if .customer.mail == null then null else [{ kind: "billing", email: .customer.mail }] end)
    }
  }
