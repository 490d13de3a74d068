// What the real provider answers, altered on its way: one thing about a token or about what it says of itself, signed with its own key
// where that is not the point. `truth` alters nothing and signs anew as well, so it shows that nothing else is refused.
import { createHmac, generateKeyPairSync, sign } from "node:crypto";

const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const coded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const read = (part) => JSON.parse(Buffer.from(part, "base64url"));
const LIES = {
  truth: {},
  issuer: { claims: { iss: "https://id.example" } },
  audience: { claims: { aud: "another" } },
  nonce: { claims: { nonce: "another" } },
  expired: { claims: { iat: 1000000000, exp: 1000000300 } },
  unsigned: { head: { alg: "none" } },
  shared_secret: { head: { alg: "HS256" } },
  foreign_key: { key: foreign },
  unknown_key: { key: foreign, head: { kid: "nobody's" } },
};

const token = (lie, { key, secret }) => (original) => {
  const [head, claims] = original.split(".").slice(0, 2).map(read);
  const altered = LIES[lie];
  const header = { ...head, ...altered.head };
  const text = `${coded(header)}.${coded({ ...claims, ...altered.claims })}`;
  const signature = {
    none: () => "",
    HS256: () => createHmac("sha256", secret).update(text).digest("base64url"),
    RS256: () => sign("RSA-SHA256", text, altered.key ?? key).toString("base64url"),
  };
  return `${text}.${signature[header.alg]()}`;
};

// Lets the answer to a request out as that lie has it.
export const alter = (lie, request, response, keys) => {
  const asked = request.url.split("?")[0];
  const change =
    lie in LIES && asked === "/token"
      ? (body) => ({ ...body, id_token: token(lie, keys)(body.id_token) })
      : lie === "itself" && asked === "/.well-known/openid-configuration"
        ? (body) => ({ ...body, issuer: "https://id.example" })
        : undefined;
  if (!change) return;
  const end = response.end.bind(response);
  response.end = (body) => {
    const text = JSON.stringify(change(JSON.parse(body)));
    response.setHeader("content-length", Buffer.byteLength(text));
    return end(text);
  };
};
