"""Words that open a view ahead. Wide on purpose: what they are worth in their place is counted, not asserted here."""

RAISING = frozenset({
    "likely", "unlikely", "set", "bound", "due", "poised", "sure", "certain", "expected", "scheduled", "slated", "supposed",
    "ready", "about", "going", "projected", "forecast", "predicted", "anticipated", "track", "threaten", "tend", "promise",
    "appear", "seem", "doomed", "destined", "prepared", "required", "needed", "obliged", "liable", "apt", "have", "need",
})  # fmt: skip
ADVERBS = frozenset({
    "maybe", "perhaps", "possibly", "probably", "likely", "potentially", "presumably", "certainly", "surely", "inevitably",
    "soon", "eventually", "almost", "never", "hopefully", "undoubtedly", "definitely",
})  # fmt: skip
NOUNS = frozenset({
    "plan", "threat", "promise", "vow", "pledge", "possibility", "chance", "likelihood", "risk", "prospect", "probability",
    "danger", "fear", "hope", "expectation", "prediction", "forecast", "demand", "call", "request", "appeal", "need",
    "effort", "bid", "push", "proposal", "warning", "commitment", "intention", "goal", "aim", "strategy", "agreement",
    "ultimatum", "order", "potential", "odds", "pressure", "recommendation", "wish", "desire", "worry", "concern",
    "assurance", "guarantee", "deadline",
})  # fmt: skip
SEEKING = frozenset({
    "call", "push", "press", "ask", "hope", "wait", "look", "prepare", "brace", "plan", "aim", "strive", "argue", "campaign",
    "lobby", "plead", "appeal", "insist",
})  # fmt: skip
OBJECTS = frozenset({
    "demand", "promise", "predict", "threaten", "expect", "plan", "pledge", "vow", "forecast", "urge", "propose", "recommend",
    "seek", "want", "project", "anticipate", "foresee", "face", "consider", "await", "risk", "need", "require", "request",
    "envision", "schedule", "offer", "fear", "announce", "advocate", "support", "suggest", "favor", "mull",
})  # fmt: skip
CLAUSAL = frozenset({
    "predict", "expect", "fear", "worry", "hope", "demand", "insist", "suggest", "warn", "recommend", "request", "urge",
    "ask", "propose", "believe", "think", "say", "bet", "doubt", "promise", "vow", "pledge", "anticipate", "forecast",
    "foresee", "guarantee", "estimate", "project", "require", "order", "ensure", "know", "mean", "see", "argue", "advise",
    "wish", "swear", "assure", "tell", "threaten",
})  # fmt: skip
AHEAD = frozenset({
    "possible", "potential", "likely", "planned", "scheduled", "upcoming", "imminent", "looming", "proposed", "future",
    "coming", "expected", "eventual", "inevitable", "anticipated", "impending", "forthcoming", "prospective", "probable",
})  # fmt: skip
HEDGING_NOUNS = frozenset({"chance", "danger", "likelihood", "odds", "possibility", "probability", "prospect", "risk"})
HEDGING_ADJECTIVES = frozenset({
    "certain", "conceivable", "improbable", "inevitable", "likely", "possible", "probable", "sure", "uncertain", "unlikely",
})  # fmt: skip
