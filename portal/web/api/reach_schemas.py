"""The shapes of access and practical facts, as JSON Schema."""

from portal.domain.access import Comfort, Fact, Family, Measure, Need, State
from portal.web.api.shapes import DAY, MAYBE, STRING, Schema, many, reference, shape

MAYBE_INSTANT: Schema = MAYBE | {"format": "date-time"}
MAYBE_DAY: Schema = MAYBE | {"format": "date"}
MAYBE_NUMBER: Schema = {"type": ["integer", "null"]}
MAYBE_YES: Schema = {"type": ["boolean", "null"]}


def reach_facts() -> Schema:
    """Return what one museum says of access, by name."""
    return {"access": reference("Access"), "practical": reference("Practical")}


def reach_schemas() -> Schema:
    """Return the named shapes."""
    state: Schema = {
        "type": "string",
        "enum": [state.value for state in State],
        "description": "Aujourd’hui : oui, en partie, non, ou pas renseigné (jamais un non).",
    }
    told, words = reference("AccessFact"), {"oneOf": [reference("Text"), {"type": "null"}]}
    both = shape({"fr": STRING, "oc": STRING})
    need = shape({"state": state, "text": both})
    mark = shape({"family": STRING, "from": MAYBE_DAY, "to": DAY})
    outage = shape({"what": STRING, "from": DAY, "to": DAY, "text": both, "message": words})
    return {
        "AccessFact": shape({"answer": MAYBE_YES, "words": words}),
        "Access": shape(
            {
                "families": shape({family.value: state for family in Family}),
                "needs": shape({one.value: need for one in Need}),
                "facts": shape({fact.value: told for fact in Fact}),
                "door_cm": MAYBE_NUMBER,
                "marks": many(mark),
                "outages": many(outage),
                "verified_at": MAYBE_INSTANT,
            }
        ),
        "Practical": shape(
            {
                "sheltered": MAYBE_YES,
                **{name.value: MAYBE_NUMBER for name in Measure},
                "facts": shape({fact.value: told for fact in Comfort}),
                "verified_at": MAYBE_INSTANT,
            }
        ),
    }
