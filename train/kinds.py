"""The closed lists that labels and network share."""

ACTS = ("say", "claim", "deny", "ask", "demand", "promise", "threaten", "foretell", "believe", "want", "other")
GUIDELINES = ("polnear", "sayso")
