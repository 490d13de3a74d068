// A real, independent provider on loopback, for the tests of sign-in. `node provider.mjs <callback> [<callback> …]` prints its
// address. One client a callback: `desk-0` with the secret `secret-0`, and so on; a callback that begins with `public:` gets a
// client without a secret, one that begins with an algorithm such as `ES384:` the same with tokens that are signed so, one that
// begins with `post:` a client that hands its secret over in the body. Whoever signs in as `name` gets the subject `sub-name`. It
// ends with its standard input.
// After `GET /lie/NAME` its answers are altered as `altered.mjs` has it.
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { alter } from "./altered.mjs";

// Each is made as a JWK at once: Node hangs when it collects what a key was made with in the very moment in which it exports that key.
const jwk = (kid, type, options) => {
  const { privateKey } = generateKeyPairSync(type, { ...options, privateKeyEncoding: { format: "jwk" } });
  return { ...privateKey, kid, use: "sig" };
};
const rsa = jwk("rsa", "rsa", { modulusLength: 2048 });
const curves = ["P-256", "P-384", "P-521"].map((namedCurve) => jwk(namedCurve, "ec", { namedCurve }));
const keys = [rsa, ...curves, jwk("ed", "ed25519")];
const key = createPrivateKey({ key: rsa, format: "jwk" });
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const secret = (n) => `secret-${n}-with-room-for-256-bits-of-anything`;
const clients = process.argv.slice(2).map((argument, n) => {
  const [, kind, callback] = argument.match(/^(?:(\w+):)?(https?:.*)$/);
  const algorithm = ALGORITHMS.find((name) => name === kind);
  const open = kind === "public" || algorithm;
  const post = kind === "post";
  return {
    client_id: `desk-${n}`,
    ...(open ? { token_endpoint_auth_method: "none" } : { client_secret: secret(n) }),
    ...(post ? { token_endpoint_auth_method: "client_secret_post" } : {}),
    redirect_uris: [callback],
    response_types: ["code"],
    grant_types: ["authorization_code"],
    id_token_signed_response_alg: algorithm ?? (open ? "ES256" : "RS256"),
  };
});

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients,
    jwks: { keys },
    enabledJWA: { idTokenSigningAlgValues: ALGORITHMS },
    cookies: { keys: ["only for tests"] },
    claims: { openid: ["sub"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: id.replace("sub-", "Name of ") }) }),
  });
  const answer = provider.callback();
  let lie = "";
  // The provider's own pages, reduced to a header: `X-Test-User` says who is at the keyboard; without it they say no.
  server.on("request", async (request, response) => {
    if (request.url.startsWith("/lie/")) {
      lie = request.url.slice("/lie/".length);
      return response.end();
    }
    alter(lie, request, response, { key, secret: secret(0) });
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    const who = request.headers["x-test-user"];
    if (!who) {
      const no = { error: "access_denied", error_description: "the person said no" };
      return provider.interactionFinished(request, response, no);
    }
    const details = await provider.interactionDetails(request, response);
    const accountId = `sub-${who}`;
    const grant = new provider.Grant({ accountId, clientId: details.params.client_id });
    grant.addOIDCScope(details.params.scope);
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { login: { accountId }, consent });
  });
  console.log(issuer);
});
process.stdin.on("end", () => process.exit(0)).resume();
