// The root of the command line. Every command is a file in Commands/; what touches the disk, the
// clock, chance or the terminal is in Edge/.

import ArgumentParser
import Wording

@main
struct Centroid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centroid",
    abstract: "A tutor for clustering: read, predict, and let a real run tell you.",
    discussion: """
      Without a command, the tutor opens where you left off.

      EXAMPLES
        centroid learn                      the first lesson that is not passed yet
        centroid lab loud-feature           break a clustering and repair it
        centroid cards                      the cards that are due
        centroid --plain drill              the same without a full screen
        centroid coverage                   what you know, and what to do next
        centroid progress --json            what you have shown, for a program
        centroid answer loud-feature --seed 7 trigger=restarts=1
                                            grade an answer without a terminal
        centroid cluster --data table.csv --scale standard -k 3 --labels groups.csv
                                            cluster a table of yours

      OPTIONS OF EVERY COMMAND THAT OPENS THE TUTOR, BEFORE THE COMMAND OR AFTER IT
        --plain               plain lines instead of a full screen: for pipes,
                              screen readers and slow connections
        --color WHEN          auto, always or never; NO_COLOR=1 means never
        --background WHAT     light or dark; auto asks the terminal
        --glyphs KIND         braille, block or ascii; --ascii is short for the last
        --seed NUMBER         the number that every fresh variant comes from
        --course DIR          another folder with Lessons and Drills

      EXIT STATUS
        0     done
        1     not done: a file cannot be read or saved, an answer is wrong, a course
              has mistakes
        64    the command line makes no sense
        130   ended by control-C; what you did before is saved
      """, version: "0.1.0",
    subcommands: [
      Resume.self, Home.self, Learn.self, Drill.self, Lab.self, Flow.self, Cards.self,
      Interview.self,
      Walkthrough.self, Watch.self,
      List.self, ShowProgress.self, Export.self, Import.self, Check.self, Answer.self,
      Regrade.self, Disputes.self, Settle.self,
      Cluster.self, Score.self, Inspect.self,
      ShowCoverage.self, ShowMap.self, Tour.self, Pipeline.self, Play.self, Run.self,
      FindWords.self, Mark.self,
    ],
    defaultSubcommand: Resume.self)

  /// Results go to standard output, and what went wrong to standard error as `centroid: …`.
  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      let ordered = commandFirst(Array(arguments))
      try refuseUnknownCommand(ordered)
      var command = try parseAsRoot(ordered)
      try command.run()
      guard Output.flush() else {
        throw Failure("the output could not be written; is there room on the disk?")
      }
    } catch let failure as Failure {
      failure.report()
    } catch {
      leave(with: error)
    }
  }

  /// Options may stand before the command too: `centroid --plain cards`.
  static func commandFirst(_ arguments: [String]) -> [String] {
    let flags = ["--plain", "--ascii"]
    let withValue = ["--course", "--color", "--seed", "--background", "--glyphs"]
    var start = 0
    while start < arguments.count {
      let name = arguments[start].prefix { $0 != "=" }
      if flags.contains(String(name)) || name.count < arguments[start].count {
        start += 1
      } else if withValue.contains(String(name)) {
        start += 2
      } else {
        break
      }
    }
    guard arguments.indices.contains(start), !arguments[start].hasPrefix("-") else {
      return arguments
    }
    return [arguments[start]] + arguments[..<start] + arguments[(start + 1)...]
  }

  /// A misspelt command, alone or after `help`, is named with the one that was probably meant.
  private static func refuseUnknownCommand(_ arguments: [String]) throws(Failure) {
    let names = configuration.subcommands.map {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
    let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    let hint = nearestName(to: word, among: names).map { "; did you mean \($0)?" }
    throw Failure(
      "there is no command \(word)\(hint ?? "; centroid --help lists them")",
      status: Failure.usage)
  }

  private static func leave(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      Output.line(message)
    } else if !message.isEmpty {
      let opening = "Error: "
      Output.diagnostic(
        message.hasPrefix(opening) ? String(message.dropFirst(opening.count)) : message)
    }
    Output.flush()
    exit(withError: code)
  }
}
