import { Probot } from "probot";
import { guardDeliveries } from "./guard-deliveries.ts";

type Options = NonNullable<ConstructorParameters<typeof Probot>[0]>;
type MiddlewareOptions = Parameters<Probot["getNodeMiddleware"]>[0];

/** Probot with a guard before its webhook path. Use it wherever `Probot` is: `new Server({ Probot: GuardedProbot.defaults({…}) })`. */
export class GuardedProbot extends Probot {
  readonly #secret: string;

  /** Without a secret nothing could be told from a forgery, so one is required: Probot alone falls back to "development". */
  constructor(options: Options & { secret?: string } = {}) {
    super(options);
    if (!options.secret)
      throw new Error("WEBHOOK_SECRET is not set; put the secret of the App's webhook there.");
    this.#secret = options.secret;
  }

  override async getNodeMiddleware(options: MiddlewareOptions = {}) {
    // A failed delivery is logged by Probot's error handler already; the middleware would do it again, with the payload.
    const log = options.log ?? this.log.child({}, { level: "silent" });
    const middleware = await super.getNodeMiddleware({ ...options, log });
    return guardDeliveries(middleware, { secret: this.#secret, path: options.path ?? this.webhookPath });
  }
}
