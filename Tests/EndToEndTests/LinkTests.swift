// The source topic's one picture at the built program: twelve points, three centers, and links
// that can be hidden and shown.

import BuiltProgram
import Foundation
import Testing

@Test func `in lines the links are told, hidden and shown again`() throws {
  let next = String(repeating: "next\n", count: 4)
  let run = try Desk().run(
    "learn", "what-is-clustering", "--seed", "1", input: next + "links\nlinks\nq\n")
  // A line may end anywhere between two words.
  let text = run.output.replacing("\n", with: " ")
  let parts = text.components(separatedBy: "A line leads from each point")
  #expect(parts.count == 3, "\(run.output)")
  #expect(text.contains("the center of its group, its nearest center."))
  #expect(text.contains("add up to 18.1, the inertia."))
  #expect(run.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  #expect(run.status == 0)
}
