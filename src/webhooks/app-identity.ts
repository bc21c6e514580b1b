/** Who this app is, as deliveries tell of it. */
export interface AppIdentity {
  appId: number;
  /** Its account is `<slug>[bot]`; null while GitHub has not been asked yet. */
  slug: string | null;
}
