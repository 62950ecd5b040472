// By what the groups of a run are known again: a replay can say whether it found the same ones.

package struct RunDigest: Sendable, Hashable {
  package let groups: Int
  package let noise: Int
  package let checksum: UInt64

  /// FNV-1a over the group of each row.
  package init(of trace: Trace) {
    groups = trace.groupCount
    noise = trace.labels.count { $0 < 0 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for label in trace.labels {
      hash = (hash ^ UInt64(truncatingIfNeeded: label)) &* 0x100_0000_01B3
    }
    checksum = hash
  }
}

extension RunDigest: CustomStringConvertible {
  package var description: String {
    let digits = String(checksum, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return "\(groups) groups, \(noise) noise, \(padding)\(digits)"
  }

  /// As it is written.
  init?(_ text: String) {
    let parts = text.split(separator: ",").map { $0.split(separator: " ") }
    guard parts.map(\.count) == [2, 2, 1], parts[0][1] == "groups", parts[1][1] == "noise",
      let groups = Int(parts[0][0]), let noise = Int(parts[1][0]),
      let checksum = UInt64(parts[2][0], radix: 16), groups >= 0, noise >= 0
    else { return nil }
    self.groups = groups
    self.noise = noise
    self.checksum = checksum
  }
}
