/** An error of GitHub's GraphQL API: `type` stands beside `message` in `errors`. */
export class GraphQLRefusal extends Error {
  override name = "GraphQLRefusal";
  readonly type: string;

  constructor(type: "NOT_FOUND" | "FORBIDDEN" | "UNPROCESSABLE" | "INSUFFICIENT_SCOPES", message: string) {
    super(message);
    this.type = type;
  }
}

export const forbidden = () => new GraphQLRefusal("FORBIDDEN", "Resource not accessible by integration");
