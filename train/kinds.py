"""The closed lists that labels and network share."""

ACTS = ("say", "claim", "deny", "ask", "demand", "promise", "threaten", "foretell", "believe", "want", "other")
GUIDELINES = ("polnear", "sayso")
FORETELLS = ("none", "prediction", "warning", "threat", "promise", "plan", "demand")
EVENTS = (
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")
