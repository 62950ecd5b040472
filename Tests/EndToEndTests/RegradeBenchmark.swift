// How many stored answers are graded again in a second: 100 000 of every kind, on 50 variants of
// every part of the shipped course, written answers all different. Importing them is timed apart.
// What is reported is checked; the times are only told. It runs on request,
//
//     CENTROID_BENCH=1 swift test -c release --disable-testable-imports --filter RegradeBenchmark
//
// and .github/benchmarks/README.md keeps a result. CENTROID_ANSWERS names a folder of marked
// answers whose sentences the texts are then made of.

import BuiltProgram
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private let isWanted = ProcessInfo.processInfo.environment["CENTROID_BENCH"] == "1"

@Suite(.serialized) struct RegradeBenchmark {
  private static let rounds = 3

  @Test(.enabled(if: isWanted)) func `Regrade`() throws {
    let course = try #require(House.course)
    let stored = try StoredAnswers(100_000, variants: 50, of: course)
    let given = stored.given
    print("\(given.count) answers in \(stored.stories.count) run-throughs, made of:")
    for kind in AnswerKind.allCases { print("  \(given.count { $0.kind == kind }) \(kind)") }
    print("\(stored.texts.count) of the written answers are different")

    let desk = try Desk()
    try desk.copyCourse()
    try desk.write(try stored.lines(), to: "all.jsonl")
    tell("import", [try desk.timed(["import", desk.path("all.jsonl")])], given.count)
    let report = try regrade(desk, "all answers", given.count)
    #expect(report.answers == given.count && report.moves == [] && report.ungraded == [])
    #expect(report.decided > 0)
    for kind in AnswerKind.allCases {
      try desk.write(try stored.lines(of: kind), to: "\(kind).jsonl")
      _ = try desk.timed(["import", desk.path("\(kind).jsonl")], home: kind.rawValue)
      _ = try regrade(desk, "only \(kind)", given.count { $0.kind == kind }, home: kind.rawValue)
    }

    let expected = try stored.moved(in: try #require(try ChangedKey.course()))
    try desk.change(ChangedKey.file, ChangedKey.change)
    let moves = try desk.regraded().moves.map(\.event)
    #expect(Set(moves) == expected && moves.count == expected.count && !moves.isEmpty)
    print("a changed key moves \(moves.count) grades, and these are the ones that it must")
  }

  /// On one thread and on two, in turn.
  private func regrade(
    _ desk: Desk, _ what: String, _ answers: Int, home: String = "home"
  ) throws -> RegradingReport {
    var times: [Int: [Timed]] = [:]
    for _ in 0..<Self.rounds {
      for threads in 1...2 {
        times[threads, default: []].append(
          try desk.timed(desk.regrade(threads: threads), home: home))
      }
    }
    for threads in 1...2 {
      tell("\(what), \(threads) thread(s)", times[threads] ?? [], answers)
    }
    return try desk.regraded(home: home)
  }

  private func tell(_ what: String, _ times: [Timed], _ answers: Int) {
    let seconds = times.map(\.seconds).sorted()
    guard let least = seconds.first else { return }
    let median = seconds[seconds.count / 2]
    let processor = times.map(\.processorSeconds).min() ?? 0
    let peak = times.map(\.peakMegabytes).max() ?? 0
    print(
      String(
        format: "| %@ | %d | %.2f s | %.2f s | %.0f | %.2f s | %d MB |", what, answers, least,
        median, Double(answers) / median, processor, peak))
  }
}

// MARK: - Running and timing

private struct Timed {
  let seconds: Double
  /// Of all threads together: another program that is at work beside it does not count.
  let processorSeconds: Double
  /// 0 where the system does not tell.
  let peakMegabytes: Int
}

extension Desk {
  fileprivate func regrade(threads: Int) -> [String] {
    ["regrade", "--json", "--threads", "\(threads)", "--course", path("course")]
  }

  fileprivate func regraded(home: String = "home") throws -> RegradingReport {
    let run = try run(regrade(threads: 2), home: home)
    return try JSONDecoder().decode(RegradingReport.self, from: Data(run.output.utf8))
  }

  /// The whole process, from its start to its end.
  fileprivate func timed(_ arguments: [String], home: String = "home") throws -> Timed {
    let nowhere = open("/dev/null", O_RDWR)
    defer { close(nowhere) }
    let start = ContinuousClock.now
    let process = try spawn(
      try builtProgram().path, arguments,
      environment: ["CENTROID_HOME": path(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
      .descriptors(input: nowhere, output: nowhere))
    // The system's own figure counts what the parent had at the time of the fork.
    var (peak, status, usage): (Int, Int32, rusage) = (0, 0, rusage())
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, Self.peakKilobytes(of: process))
      usleep(5000)
    }
    return Timed(
      seconds: (.now - start) / .seconds(1),
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peakMegabytes: peak / 1024)
  }

  private static func peakKilobytes(of process: pid_t) -> Int {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return Int(line.filter(\.isNumber)) ?? 0
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
