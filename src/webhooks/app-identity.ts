/** Who this app is, as deliveries name it. */
export interface AppIdentity {
  appId: number;
  /** Its account is `<slug>[bot]`; null until GitHub has told it. */
  slug: string | null;
}
