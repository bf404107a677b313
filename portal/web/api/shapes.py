"""The small parts of which JSON Schemas are made."""

from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
URL: Schema = {"type": "string", "format": "uri"}
DAY: Schema = {"type": "string", "format": "date"}
INSTANT: Schema = {"type": "string", "format": "date-time"}
DEGREES: Schema = {"type": ["number", "null"]}


def reference(name: str) -> Schema:
    """Return a reference to a named shape."""
    return {"$ref": f"#/components/schemas/{name}"}


def shape(properties: Schema, *, optional: tuple[str, ...] = (), **more: Any) -> Schema:
    """Return the shape of an object whose properties are all there, but for the optional ones."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, **more}


def many(items: Schema) -> Schema:
    """Return the shape of a list."""
    return {"type": "array", "items": items}


def constant(value: str) -> Schema:
    """Return the shape of a value that is always the same."""
    return {"type": "string", "const": value}
