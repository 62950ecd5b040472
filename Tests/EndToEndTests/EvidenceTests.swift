// Every verdict can be checked by anybody: the line below each figure that decided it, typed into a
// shell, prints the same figure.

import BuiltProgram
import Courseware
import Experiments
import Foundation
import Grading
import ScriptedLearner
import Testing

private struct Decided {
  let place: String
  let evidence: Evidence
}

private func verdicts(of exercise: Exercise, seed: UInt64) throws -> [Decided] {
  let instance = try exercise.instance(seed: seed, runner: House.runner)
  return try exercise.stages.flatMap { stage -> [Decided] in
    let answers: [Answer] =
      switch stage.task {
      case .choose(let choice): choice.options.prefix(1).map { .choice($0.id) }
      case .tune(let tuning):
        [.settings(tuning.solution)] + tuning.nearMisses.prefix(1).map { .settings($0.settings) }
      case .order: [.order(instance.dealt(of: stage).map(\.step))]
      case .write: []
      }
    return try answers.flatMap { answer in
      let verdict = try grade(instance, stage, answer, runner: House.runner)
      #expect(!verdict.evidence.isEmpty, "\(exercise.id), \(stage.id): no run decided it")
      return verdict.evidence.map {
        Decided(place: "\(exercise.id), \(stage.id): \($0.name)", evidence: $0)
      }
    }
  }
}

private func verdicts(of reading: Reading, seed: UInt64) throws -> [Decided] {
  try reading.pages.flatMap(\.passages).flatMap { passage -> [Decided] in
    guard case .check(let check) = passage else { return [] }
    let question = Question(choice: check.choice, seed: seed, name: check.id)
    let verdict = try question.grade(
      .choice(check.choice.options.first?.id ?? ""), runner: House.runner)
    #expect(!verdict.evidence.isEmpty, "\(reading.id), \(check.id): no run decided it")
    return verdict.evidence.map {
      Decided(place: "\(reading.id), \(check.id): \($0.name)", evidence: $0)
    }
  }
}

/// What a shell prints that has the program on its path.
private func shell(_ line: String) throws -> String {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-c", line]
  let folder = try builtProgram().deletingLastPathComponent().path
  process.environment = [
    "PATH": "\(folder):/usr/bin:/bin", "HOME": "/nowhere", "CENTROID_HOME": "/nowhere",
  ]
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct `The line below a figure` {
  @Test func `gives every figure of the shipped course again`() throws {
    let course = try #require(House.course)
    var seen: Set<String> = []
    for decided in try course.topics.flatMap({ topic in
      try topic.exercises.flatMap { try verdicts(of: $0, seed: 3) }
        + ([topic.lesson] + [topic.walkthrough].compactMap(\.self)).flatMap {
          try verdicts(of: $0, seed: 3)
        }
    }) {
      let run = decided.evidence.run
      // In pieces, as it is read off the screen.
      let line = run.lines(width: 74).joined(separator: "\n")
      guard seen.insert(line).inserted else { continue }
      let printed = try shell(line)
      let figures = printed.split(separator: "\n").map(String.init)
      #expect(
        figures.contains { $0.hasSuffix(": \(decided.evidence.value)") },
        "\(decided.place): \(decided.evidence.value)\n\(line)\n\(printed)")
    }
    #expect(seen.count > 60)
  }

  @Test func `holds on other seeds too, by the same code`() throws {
    let course = try #require(House.course)
    for exercise in course.topics.flatMap(\.exercises) {
      for decided in try verdicts(of: exercise, seed: 4711) {
        let again = try decided.evidence.run.outcome(runner: House.runner)
        #expect(again.value == decided.evidence.value, "\(decided.place)")
      }
    }
  }

  @Test(arguments: [
    (["run"], "Give the file of a run, or its settings"),
    (["run", "x.experiment", "--set", "k=3"], "not both"),
    (["run", "x.experiment", "--show", "silhouette"], "go with --set"),
    (["run", "--set", "k"], "write NAME=VALUE, such as --set k=3"),
    (["run", "--set", "data=blobs", "--show", "silouette"], "did you mean silhouette?"),
    (["run", "--set", "data=blobs", "--set", "k=0", "--show", "inertia"], "k"),
    (["run", "--set", "data=customers", "--order", "scale,fly"], "there is no step fly"),
    (["run", "--set", "data=blobs", "--show", "share.z"], "the run uses no column “z”"),
    (["run", "--set", "data=blobs", "--noise", "20"], "beside --show with a measure"),
  ])
  func `that makes no sense is refused with what would`(
    command: [String], sentence: String
  ) throws {
    let run = try Desk().run(command)
    #expect(run.status != 0)
    #expect(run.diagnostics.contains(sentence), "\(run.diagnostics)")
  }

  @Test func `says whether a bound holds, and prints the steps of a pipeline`() throws {
    let bound = try Desk().run(
      "run", "--set", "data=blobs", "--set", "k=3", "--show", "groups>=4", "--json")
    #expect(
      bound.output.contains("\"holds\" : false") && bound.output.contains("\"value\" : \"3\""))
    let order = try Desk().run(
      "run", "--set", "data=customers", "--set", "dirty=12", "--order",
      "check,scale,cluster,evaluate,assign")
    #expect(order.output.contains("1 check: good: "))
    #expect(order.output.hasSuffix("good steps: 5 of 5\n"))
  }

  @Test func `without a figure prints them all`() throws {
    let run = try Desk().run("run", "--set", "data=blobs", "--set", "k=3", "--set", "seed=2")
    #expect(run.status == 0)
    #expect(run.output.contains("\nsilhouette: ") && run.output.contains("groups: 3"))
  }
}
