"""Words that decide who acts in an event and whether it happened."""

POLITICAL = frozenset({
    "GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY", "PRM", "UAF", "OPP", "CRM", "ELI", "PRE",
})  # fmt: skip
BODIES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG"])
CROWDS = frozenset({
    "protester", "demonstrator", "thousand", "hundred", "crowd", "activist", "student", "worker", "marcher", "supporter",
    "mob", "rioter", "gunman", "militant", "bomber", "attacker", "terrorist", "fighter", "insurgent", "soldier", "rebel",
    "troop", "force", "militia", "extremist", "jihadist", "assailant", "guerrilla", "dissident", "separatist",
})  # fmt: skip
# Verbs under which a noun's act is the subject's own, and those under which the subject undergoes it.
LIGHT = frozenset({
    "carry", "conduct", "launch", "stage", "commit", "lead", "make", "give", "take", "hold", "order", "mount", "hurl", "fire",
    "open", "wage", "impose", "reach", "sign", "issue", "announce", "start", "begin", "deliver", "offer", "provide", "lodge",
    "file", "raise", "voice", "express", "unleash", "perpetrate", "attempt", "do", "pay", "win", "seek", "plan", "propose",
    "demand", "threaten", "suspend", "end", "resume", "halt", "continue", "step", "stop", "send", "claim", "reject", "accept",
    "back", "refuse", "join", "have", "strike", "declare", "pursue", "press", "initiate", "undertake", "organize", "organise",
    "attend", "plot", "prepare", "enforce", "lift", "negotiate", "broker", "grant", "seal", "intensify", "escalate", "tender",
    "submit", "authorize", "authorise", "approve", "oversee", "orchestrate", "mastermind", "commission", "direct", "deny", "admit",
    "bear", "play", "repeat", "renew", "ramp", "scale", "increase", "reimpose", "host", "convene", "chair", "schedule", "execute",
})  # fmt: skip
# Verbs under which an act that is their object is the subject's own.
MINDED = frozenset({
    "consider", "contemplate", "mull", "weigh", "vow", "promise", "expand", "tighten", "ease", "extend", "unveil", "draft",
})  # fmt: skip
UNDERGOING = frozenset({
    "face", "suffer", "receive", "undergo", "draw", "attract", "get", "survive", "escape", "spark", "provoke", "prompt",
    "meet", "win", "endure", "await", "deserve",
})  # fmt: skip
# Verbs that bring an act by "with": "hit Iran with sanctions", "responded with strikes".
WITH_ACTS = frozenset(
    {"threaten", "hit", "slap", "respond", "retaliate", "answer", "punish", "react", "target", "pressure", "counter"}
)
# Nouns through which one that depends on them by a preposition has its sides: "a series of attacks", "responsibility for the attack".
BRIDGES = {
    "of": frozenset({
        "series", "wave", "string", "spate", "number", "round", "barrage", "flurry", "campaign", "dozen", "hundred", "couple",
        "kind", "type", "act", "volley", "pair", "succession", "burst", "set", "planning", "execution", "part", "threat",
    }),
    "for": frozenset({"responsibility", "blame", "credit", "plan", "support", "order"}),
    "in": frozenset({"involvement", "role", "part", "participation", "complicity", "hand"}),
}  # fmt: skip
# Verbs and adjectives by which somebody is held to have done what follows: "blamed X for", "X is responsible for".
BLAMING = frozenset({
    "accuse", "blame", "condemn", "criticize", "criticise", "fault", "suspect", "denounce", "punish", "convict", "indict", "slam",
    "prosecute", "sanction", "rebuke", "chide", "charge",
})  # fmt: skip
ANSWERABLE = frozenset({"responsible", "guilty", "culpable", "complicit", "involve"})
HARMING = frozenset({
    "kill", "wound", "injure", "hit", "strike", "target", "destroy", "damage", "hurt", "topple", "devastate", "level", "flatten",
    "slay", "murder", "assassinate", "maim", "behead", "oust", "arrest", "detain", "capture", "expel",
})  # fmt: skip
CLASHES = frozenset({"clash", "skirmish", "firefight", "gunfight", "gunbattle", "shootout", "standoff", "feud", "battle"})
CLASHING = frozenset({"clash", "skirmish", "feud", "fight", "battle"})
DURING = frozenset({"in", "during", "at", "after", "on", "following", "by", "over"})
# Nouns of acts aimed at the state whose bare name stands before them: "Iran sanctions".
AIMED = frozenset({"sanction", "embargo", "boycott", "blockade", "probe", "inquiry", "investigation", "war", "ban"})
# Nouns whose owner or "of" undergoes the act, and those whose "of" alone does: "X's arrest", but "X's invasion of Y".
SUFFERED = frozenset({
    "killing", "arrest", "detention", "assassination", "murder", "release", "expulsion", "extradition", "kidnapping",
    "abduction", "death", "beheading", "imprisonment", "trial", "conviction", "sentence", "torture", "execution", "deportation",
    "firing", "dismissal", "ouster", "prosecution", "impeachment", "nomination", "poisoning", "rape", "indictment", "capture",
    "slaying", "beating", "removal", "freeing", "overthrow", "sentencing", "exile", "jailing", "hanging", "lynching",
})  # fmt: skip
UNDERGONE = frozenset({
    "endorsement", "shooting", "persecution", "seizure", "defeat", "destruction", "shelling", "bombing", "invasion", "occupation",
    "annexation", "condemnation", "massacre", "slaughter", "bombardment", "rejection", "investigation", "questioning",
    "treatment", "oppression", "suppression", "criticism", "siege", "besiegement", "targeting", "boycott", "blockade", "support",
})  # fmt: skip
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
MOVING = frozenset(["RETREAT", "MOBILIZE"])  # acts of soldiers who are sent and withdrawn
VISITING = frozenset({
    "visit", "travel", "trip", "arrive", "tour", "receive", "host", "welcome", "fly", "brief", "address", "phone", "appoint",
    "inform", "greet",
})  # fmt: skip
TOWARDS = frozenset({
    "on", "against", "at", "to", "toward", "towards", "upon", "over", "for", "into", "onto", "with", "from", "of",
})  # fmt: skip
SUFFERERS = frozenset({
    "on", "against", "at", "to", "toward", "towards", "upon", "into", "onto",
})  # fmt: skip

ONTO = frozenset(["on", "against", "at", "upon"])
OWNING = frozenset(["of", "by", "from"])
COUNTING = frozenset({
    "hundred", "thousand", "dozen", "score", "million", "number", "group", "handful", "majority", "couple", "series", "pair", "lot",
    "team", "contingent", "column", "convoy", "wave", "crowd", "rest", "half", "most", "some", "all", "many", "several", "member",
})  # fmt: skip
TELLING = frozenset(["ACCUSE", "REJECT", "SUPPORT", "REQUEST"])

# Operators on an act: what a governing verb, noun or adjective makes of it.
PLANNED = frozenset({
    "plan", "want", "seek", "hope", "intend", "wish", "try", "attempt", "aim", "prepare", "consider", "mull", "weigh",
    "propose", "threaten", "offer", "need", "ask", "urge", "call", "demand", "require", "press", "push", "pressure", "order",
    "instruct", "tell", "invite", "encourage", "recommend", "suggest", "advise", "appeal", "beg", "plead", "lobby", "request",
    "insist", "warn", "ready", "vow", "choose", "decide", "like", "able", "willing", "eager", "determined", "used",
    "conspire", "plot", "dare", "fear", "worry", "risk", "discuss", "debate", "study", "advocate", "favor", "favour",
    "support", "prefer", "struggle", "fight", "work", "volunteer", "contemplate", "envision", "deserve", "expect",
    "authorize", "authorise", "allow", "enable", "permit", "designed", "campaign", "bid", "effort", "possibility",
    "threat", "proposal", "chance", "prospect", "option", "idea",
    "right", "potential", "power", "ability", "desire", "pretext", "case", "talk", "excuse",
    "reason", "goal", "pledge", "intention", "intent", "open", "optimistic", "prepared",
})  # fmt: skip
COMING = frozenset({
    "promise", "pledge", "agree", "expect", "set", "due", "slate", "schedule", "bind", "going", "likely", "certain", "sure",
    "about", "begin",
})  # fmt: skip
DEMANDED = frozenset({
    "ask", "urge", "call", "demand", "require", "press", "push", "pressure", "order", "instruct", "tell", "request", "insist",
    "appeal", "beg", "plead", "recommend", "need",
})  # fmt: skip
UNDONE = frozenset({
    "refuse", "fail", "decline", "avoid", "prevent", "stop", "avert", "deny", "reject", "rule", "foil", "thwart", "abandon",
    "cancel", "halt", "forgo", "avoidance", "failure", "refusal",
})  # fmt: skip
TURNING = frozenset(["without", "instead", "rather", "lest"])
DENYING = frozenset(["deny", "denial", "dispute", "refute", "reject", "dismiss"])
LOOSELY = frozenset(["alleged", "suspected", "apparent", "possible", "potential", "planned", "proposed", "threatened", "future", "feared", "imminent", "looming", "further", "upcoming", "likely", "attempted", "failed", "would-be", "hypothetical", "foiled", "eventual", "expected", "impending", "next", "new", "prospective"])  # fmt: skip
PLANS = frozenset({
    "possible", "potential", "planned", "proposed", "threatened", "future", "feared", "imminent", "looming", "upcoming",
    "likely", "eventual", "expected", "impending", "prospective", "hypothetical",
})  # fmt: skip
# Adjectives by which an act is only said to be; words of taking part; of keeping something off; of what an act was meant to do; of making one.
HEARSAY = frozenset(["alleged", "apparent", "suspected", "purported", "presumed"])
INVOLVING = frozenset(
    ["involve", "involvement", "role", "part", "participate", "participation", "complicity", "hand", "responsible"]
)
GUARDING = frozenset(["protect", "defend", "guard", "shield", "safeguard", "deter"])
MEANT = frozenset(["aim", "design", "mean", "intend"])
MAKING = frozenset(
    ["trigger", "spark", "cause", "provoke", "bring", "mean", "create", "risk", "see", "ignite", "fuel", "complete", "lead"]
)
HEDGED = frozenset(["probably", "likely", "presumably", "surely", "certainly", "inevitably"])
PERHAPS = frozenset(["possibly", "perhaps", "maybe", "potentially"])
FACTUAL = frozenset({
    "force", "manage", "help", "begin", "start", "continue", "cause", "lead", "proceed", "go", "come", "prove", "make", "use",
    "keep", "stop", "get", "prompt", "compel", "drive",
})  # fmt: skip
# Nouns after which "to" tells what was done, and words that leave even a known act open.
DECIDED = frozenset({
    "decision", "move", "operation", "mission", "vote", "step", "failure", "refusal", "choice", "first", "last", "second", "third", "one",
    "only", "dumb", "wrong", "right", "wise", "unwise", "foolish", "brave", "stupid",
})  # fmt: skip
SEEKING = frozenset({
    "seek", "demand", "want", "call", "plan", "propose", "urge", "request", "threaten", "consider", "reject", "deny", "cancel", "avoid", "prevent",
    "avert", "stop", "block", "need", "await", "expect", "oppose", "support", "plot", "promise", "pledge", "halt", "foil", "thwart", "rule",
    "prepare", "mull", "weigh",
})  # fmt: skip
