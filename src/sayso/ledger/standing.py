"""How each claim stands on a day, as SQL: by its questions, a reminder, its own date or one of ours, and by verdicts on the record."""

REVIEWED_AFTER = "+182 days"
"""When a claim without a date is looked at again: half a year after it was printed, a date that is ours."""

JUDGED = """
    SELECT about, says, max(key) FROM verdict WHERE says IN ('accept', 'reject', 'correct', 'add') AND substr(about, 18, 1) = 'f'
    AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.undoes = verdict.id) GROUP BY about
"""
"""The verdict that stands on each forecast."""

# Claims that are one speaker's same proposition (`same`) share what was asked, answered and set as a reminder of any of them.
ASKED = "".join(
    (
        """
    WITH same(id, one) AS MATERIALIZED (SELECT key, value FROM json_each(?)),
    each_(key, id, one) AS MATERIALIZED (
      SELECT claim.key, claim.id, coalesce(same.one, claim.id) FROM claim LEFT JOIN same ON same.id = claim.id
      WHERE claim.id = coalesce(?, claim.id)
    ),
    asked AS (
      SELECT coalesce(same.one, question.claim) AS one, count(*) AS questions, count(resolution.key) AS answered,
             min(CASE WHEN resolution.key IS NULL THEN question.due END) AS due, min(question.key) AS first
      FROM question LEFT JOIN same ON same.id = question.claim
      LEFT JOIN resolution ON resolution.question = question.key AND resolution.retired IS NULL
      GROUP BY 1
    ),
    reminded AS (
      SELECT coalesce(same.one, reminder.claim) AS one, min(reminder.due) AS due
      FROM reminder LEFT JOIN same ON same.id = reminder.claim WHERE reminder.retired IS NULL GROUP BY 1
    ),
    judged AS (
""",
        JUDGED,
        """    ),
    standing AS (
      SELECT claim.key AS key, each_.one AS one, judged.says AS verdict,
             coalesce(asked.questions, 0) AS questions, stands.answer AS answer,
             CASE WHEN asked.questions = asked.answered THEN NULL
                  ELSE coalesce(asked.due, reminded.due, claim.due, date(substr(facts.published, 1, 10), ?)) END AS due,
             CASE WHEN asked.questions IS NOT NULL THEN 'question' WHEN reminded.due IS NOT NULL THEN 'reminder'
                  WHEN claim.due IS NOT NULL THEN 'theirs' ELSE 'ours' END AS due_from,
             coalesce(asked.questions = asked.answered, 0) AS settled
      FROM each_ CROSS JOIN claim ON claim.key = each_.key CROSS JOIN facts ON facts.doc = claim.doc AND facts.retired IS NULL
      LEFT JOIN asked ON asked.one = each_.one
      LEFT JOIN reminded ON reminded.one = each_.one
      LEFT JOIN judged ON judged.about = claim.id
      LEFT JOIN resolution AS stands ON stands.question = asked.first AND stands.retired IS NULL
    ),
    stated AS MATERIALIZED (
      SELECT *, CASE WHEN verdict = 'reject' THEN 'rejected' WHEN settled THEN 'settled' WHEN due <= ? THEN 'due' ELSE 'open' END AS state
      FROM standing
    )
""",
    )
)
