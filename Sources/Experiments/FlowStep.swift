/// A stage of the production pipeline that can stand in any order and be run there.
package enum FlowStep: String, Sendable, CaseIterable, Codable {
  /// Hold the table against its contract and drop the rows that break it.
  case check
  case scale
  case cluster
  /// Silhouette, and agreement with the planted kinds.
  case evaluate
  /// Give next week's batch its groups.
  case assign
}
