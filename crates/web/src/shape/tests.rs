use baton_core::catalogue::Word;
use serde_json::json;

use super::*;

static PART: Shape = Shape::new("Part", &[Field::text("field", 20).required()]);
static WHOLE: Shape = Shape::new(
    "Whole",
    &[
        Field::text("name", 5).required().hint(Word::new("Short.")),
        Field::choice("kind", &["note"]),
        Field::list("parts", &Kind::Group(&PART), 2),
    ],
);

#[test]
fn a_shape_is_a_closed_schema_in_which_optional_means_nullable() {
    assert_eq!(
        WHOLE.schema(),
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["name"],
            "properties": {
                "name": { "type": "string", "maxLength": 5, "description": "Short." },
                "kind": { "anyOf": [{ "type": "string", "enum": ["note"] }, { "type": "null" }] },
                "parts": {
                    "type": ["array", "null"], "maxItems": 2,
                    "items": { "$ref": "#/components/schemas/Part" },
                },
            },
        })
    );
}

#[test]
fn shapes_inside_shapes_are_collected_once() {
    let mut shapes = Vec::new();
    WHOLE.collect(&mut shapes);
    PART.collect(&mut shapes);
    assert_eq!(shapes.iter().map(|shape| shape.name).collect::<Vec<_>>(), ["Whole", "Part"]);
}

#[test]
fn a_field_without_a_label_is_called_by_its_name() {
    assert_eq!(Field::text("why_department", 9).title(), "Why department");
    assert_eq!(
        Field::text("need", 9).label(Word::new("What do you need?")).title(),
        "What do you need?"
    );
}
