import { verify } from "node:crypto";
import type { AppIdentity } from "../state/world.ts";
import { type Refusal, refuse } from "./answer.ts";

/**
 * Checks an App's JWT as GitHub does: RS256, `iat` not in the future, `exp` at most 10 minutes away, `iss`
 * the App ID or client ID (docs: generating a JSON Web Token for a GitHub App). Null when it is valid. Uses
 * the machine's clock.
 */
export function findJwtProblem(jwt: string, app: AppIdentity): Refusal | null {
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  const header = decode(head);
  const payload = decode(claims);
  const undecodable = refuse(401, "A JSON web token could not be decoded");
  if (header?.alg !== "RS256" || payload === null) return undecodable;
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify("RSA-SHA256", signed, app.publicKey, Buffer.from(signature, "base64url"))) return undecodable;
  if (![String(app.id), app.clientId].includes(String(payload.iss))) {
    return refuse(404, "Integration not found");
  }
  return findTimeProblem(payload, Date.now() / 1000);
}

function findTimeProblem(payload: Record<string, unknown>, now: number): Refusal | null {
  const { iat, exp } = payload;
  if (typeof exp !== "number" || exp < now) {
    return refuse(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + 600 + 60) {
    return refuse(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  if (typeof iat !== "number" || iat > now + 60) {
    return refuse(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  return null;
}

function decode(part: string): Record<string, unknown> | null {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  } catch {
    return null;
  }
}
