# gives invoice/1
# Open invoices of the Bologna sales office -> invoice/1. One element of the file at a time; amounts are strings already.
{
  sourceId: .numero,
  kind: "invoice",
  number: .numero,
  issuedOn: .data,
  dueOn: .scadenza,
  currency: .divisa,
  total: .importo,
  reference: .riferimento,
  debtor: {
    sourceId: .cliente.codice,
    name: .cliente.ragioneSociale,
    taxId: .cliente.partitaIva,
    language: .cliente.lingua,
    country: .cliente.nazione,
    category: .cliente.categoria,
    ibans: [.cliente.iban],
    contacts: [{kind: "billing", email: .cliente.email, phone: .cliente.telefono}]
  }
}
+ (if .rate then {instalments: [.rate[] | {number: .rata, dueOn: .scadenza, amount: .importo}]} else {} end)
+ (if .contestazione then {hold: {kind: "dispute", reason: .contestazione.motivo}} else {} end)
