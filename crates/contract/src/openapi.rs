//! The API document (OpenAPI 3.1), assembled from the list of endpoints and the types' own schemas.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::endpoint::{Endpoint, Facts};
use crate::error::ApiError;

/// Gathers the operations and schemas.
pub(crate) struct Collector {
    generator: SchemaGenerator,
    paths: Map<String, Value>,
}

/// The API document as pretty JSON with a newline at its end.
pub fn document() -> String {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut collector = Collector {
        generator: settings.into_generator(),
        paths: Map::new(),
    };
    collector.generator.subschema_for::<ApiError>();
    crate::endpoint::schemas(&mut collector);
    let schemas = collector.generator.take_definitions(true);
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Syncdesk",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Adopting Kakao Sync: channels, biz apps, links, applications and reviews. Independent; not run by Kakao.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" }
        },
        "servers": [{ "url": "/" }],
        "security": [{ "session": [] }],
        "paths": collector.paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": "syncdesk_session" } },
            "responses": { "Problem": {
                "description": "A problem (RFC 9457). `code` says which.",
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/ApiError" } } }
            } }
        }
    });
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

impl Collector {
    /// Adds one endpoint.
    pub(crate) fn add<E: Endpoint>(&mut self)
    where
        E::Query: JsonSchema,
        E::Request: JsonSchema,
        E::Reply: JsonSchema,
    {
        let facts = E::FACTS;
        let mut parameters = path_parameters(facts.path);
        parameters.extend(query_parameters(&self.inline::<E::Query>()));
        parameters.extend(header_parameters(facts));
        let mut operation = json!({
            "operationId": facts.name,
            "summary": facts.summary,
            "parameters": parameters,
            "responses": {
                "2XX": self.reply::<E::Reply>(),
                "4XX": { "$ref": "#/components/responses/Problem" },
                "5XX": { "$ref": "#/components/responses/Problem" }
            }
        });
        if let Some(object) = operation.as_object_mut() {
            if facts.open {
                object.insert("security".into(), json!([]));
            }
            if let Some(body) = self.body::<E::Request>() {
                object.insert("requestBody".into(), body);
            }
        }
        let methods = self.paths.entry(facts.path).or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.insert(facts.method.word().to_lowercase(), operation);
        }
    }

    fn inline<T: JsonSchema>(&mut self) -> Value {
        T::json_schema(&mut self.generator).to_value()
    }

    fn schema<T: JsonSchema>(&mut self) -> Option<Value> {
        let name = T::schema_name();
        (name != "null").then(|| self.generator.subschema_for::<T>().to_value())
    }

    fn body<T: JsonSchema>(&mut self) -> Option<Value> {
        if T::schema_name() == "Bytes" {
            return Some(
                json!({ "required": true, "content": { "application/octet-stream": {} } }),
            );
        }
        let schema = self.schema::<T>()?;
        Some(json!({ "required": true, "content": { "application/json": { "schema": schema } } }))
    }

    fn reply<T: JsonSchema>(&mut self) -> Value {
        if T::schema_name() == "Bytes" {
            return json!({ "description": "The file.", "content": { "application/octet-stream": {} } });
        }
        let etag = json!({ "ETag": { "description": "The version, where there is one.", "schema": { "type": "string" } } });
        match self.schema::<T>() {
            Some(schema) => json!({
                "description": "Done.", "headers": etag, "content": { "application/json": { "schema": schema } }
            }),
            None => json!({ "description": "Done." }),
        }
    }
}

fn path_parameters(path: &str) -> Vec<Value> {
    path.split('/')
        .filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .collect()
}

fn query_parameters(schema: &Value) -> Vec<Value> {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let properties = schema["properties"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    properties
        .into_iter()
        .map(|(name, schema)| {
            let is_required = required.contains(&name.as_str());
            json!({ "name": name, "in": "query", "required": is_required, "schema": schema })
        })
        .collect()
}

fn header_parameters(facts: Facts) -> Vec<Value> {
    let header = |name: &str, what: &str| json!({ "name": name, "in": "header", "required": true, "description": what, "schema": { "type": "string" } });
    let mut parameters = Vec::new();
    if !facts.open {
        parameters.push(json!({
            "name": "Syncdesk-User", "in": "header", "required": false, "schema": { "type": "string" },
            "description": "For whom the call is made: the identifier of a person. In the session of anybody else it is refused (`other_user`).",
        }));
    }
    if facts.if_match {
        parameters.push(header(
            "If-Match",
            "The version that the caller knows, as the ETag gave it, in double quotes.",
        ));
    }
    if facts.idempotent {
        parameters.push(header(
            "Idempotency-Key",
            "Any text of 8 to 100 characters, new for every intention: a repetition gets the first answer again.",
        ));
    }
    parameters
}
