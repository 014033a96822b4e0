//! Whether a value is what a schema of the document says: the part of JSON Schema that we write.

use serde_json::{Map, Value};

/// Checks a value against a schema. `document` holds the components that references lead to.
///
/// # Errors
/// Where and how the value differs: `items[0].due: must be a string`.
pub fn conforms(document: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    check(document, schema, value, "$")
}

fn check(document: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let Some(schema) = schema.as_object() else { return Ok(()) };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let pointer = reference.trim_start_matches('#');
        let target = document.pointer(pointer).ok_or_else(|| format!("{at}: no {reference}"))?;
        return check(document, target, value, at);
    }
    for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        check(document, part, value, at)?;
    }
    if let Some(ways) = schema.get("anyOf").and_then(Value::as_array) {
        let mut failures = Vec::new();
        for way in ways {
            match check(document, way, value, at) {
                Ok(()) => return Ok(()),
                Err(failure) => failures.push(failure),
            }
        }
        return Err(failures.join(" / "));
    }
    typed(schema, value, at)?;
    words(schema, value, at)?;
    format_of(schema, value, at)?;
    if let Some(object) = value.as_object() {
        inside(document, schema, object, at)?;
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (n, value) in values.iter().enumerate() {
            check(document, items, value, &format!("{at}[{n}]"))?;
        }
    }
    Ok(())
}

fn typed(schema: &Map<String, Value>, value: &Value, at: &str) -> Result<(), String> {
    let Some(kind) = schema.get("type") else { return Ok(()) };
    let fits = |kind: &Value| match kind.as_str() {
        Some("null") => value.is_null(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    };
    let any = kind.as_array().map_or_else(|| fits(kind), |kinds| kinds.iter().any(fits));
    if any { Ok(()) } else { Err(format!("{at}: must be {kind}, is {value}")) }
}

fn words(schema: &Map<String, Value>, value: &Value, at: &str) -> Result<(), String> {
    match schema.get("enum").and_then(Value::as_array) {
        Some(words) if !words.contains(value) => {
            Err(format!("{at}: {value} is not one of {words:?}"))
        }
        _ => Ok(()),
    }
}

fn format_of(schema: &Map<String, Value>, value: &Value, at: &str) -> Result<(), String> {
    let (Some(format), Some(text)) = (schema.get("format").and_then(Value::as_str), value.as_str())
    else {
        return Ok(());
    };
    let fits = match format {
        "date-time" => text.parse::<jiff::Timestamp>().is_ok() && text.ends_with('Z'),
        "date" => text.parse::<jiff::civil::Date>().is_ok(),
        _ => true,
    };
    if fits { Ok(()) } else { Err(format!("{at}: {text:?} is no {format} in UTC")) }
}

fn inside(
    document: &Value,
    schema: &Map<String, Value>,
    object: &Map<String, Value>,
    at: &str,
) -> Result<(), String> {
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    for name in required.filter_map(Value::as_str) {
        if !object.contains_key(name) {
            return Err(format!("{at}.{name}: is missing"));
        }
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, value) in object {
        let at = format!("{at}.{name}");
        match (properties.and_then(|known| known.get(name)), schema.get("additionalProperties")) {
            (Some(schema), _) => check(document, schema, value, &at)?,
            (None, Some(Value::Bool(false))) => return Err(format!("{at}: is not declared")),
            (None, Some(schema)) => check(document, schema, value, &at)?,
            (None, None) => {}
        }
    }
    Ok(())
}
