// The second opinion that the user has configured, on this machine. Only a file of the user's own can
// name a command: nothing is looked for in the working folder, and nothing in the folder of a course.

import Courseware
import Foundation
import Grading

extension SecondOpinion {
  /// Where there is none, how to get one.
  static let remedy = "`centroid help mark` shows how to name a command in a file of your own"

  /// Why there is none.
  static var absence: String {
    OwnConfiguration.file.map { "\($0) names no command for a second opinion; \(remedy)" }
      ?? "a configuration is only read from a whole path; CENTROID_HOME is none"
  }

  /// - Parameters:
  ///   - course: the folder of the course, which may not configure anything.
  ///   - programs: where its program is at home while it runs.
  /// - Returns: Nil where none is configured. Where the configuration is wrong, that is its answer.
  static func own(besides course: URL, among programs: ForeignPrograms) -> SecondOpinion? {
    let now = Result { () throws(Failure) in try OwnConfiguration.own(besides: course) }
    if case .success(let configuration) = now, configuration?.secondOpinion == nil { return nil }
    let name = (try? now.get())??.secondOpinion?.name ?? "the second opinion"
    return SecondOpinion(name: name) { request, isWanted in
      // Read again: what was put right since is used at once.
      Result { () throws(OpinionFailure) in
        do throws(Failure) {
          guard let own = try OwnConfiguration.own(besides: course)?.secondOpinion else {
            throw Failure(absence)
          }
          let program = try own.program()
          return try own.opinion(of: program, on: request, among: programs, isWanted)
        } catch {
          throw error.message.map(OpinionFailure.failed) ?? .calledOff
        }
      }
    }
  }
}

extension OwnConfiguration {
  fileprivate static var file: String? {
    path(environment: ProcessInfo.processInfo.environment, home: NSHomeDirectory())
  }

  /// Nil where there is no file.
  fileprivate static func own(besides course: URL) throws(Failure) -> OwnConfiguration? {
    guard let path = file, FileKind(path) != .absent else { return nil }
    let folder = course.resolvingSymlinksInPath().standardizedFileURL.path
    guard !Input.resolved(path).path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    else {
      throw Failure("\(path): lies in the folder of a course, which may name no command; move it")
    }
    try Input.checkNotFlowing(path)
    guard let text = String(validating: try Input.bytes(of: path), as: UTF8.self) else {
      throw Failure("\(path): is not UTF-8 text; save it as UTF-8")
    }
    let (configuration, mistakes) = read(text, file: path)
    guard let configuration else {
      throw Failure(mistakes.prefix(5).map(\.description).joined(separator: "\n"))
    }
    return configuration
  }
}

extension OwnConfiguration.SecondOpinion {
  fileprivate func program() throws(Failure) -> ForeignProgram {
    let path = command.first ?? ""
    switch FileKind(path) {
    case .regular where access(path, X_OK) == 0: break
    case .regular:
      throw Failure(mistake("`\(path)` is no program", "run chmod +x on it"))
    case .absent: throw Failure(mistake("there is no program `\(path)`", "check its path"))
    case .folder, .flowing:
      throw Failure(mistake("`\(path)` is no program", "name the file of one"))
    }
    return ForeignProgram(
      command: command, folder: home, seconds: seconds, mostBytes: Opinion.mostBytes)
  }

  fileprivate func opinion(
    of program: ForeignProgram, on request: OpinionRequest, among programs: ForeignPrograms,
    _ isWanted: () -> Bool
  ) throws(Failure) -> Opinion {
    do {
      let reply = try program.answer(to: request.json, among: programs, isWanted: isWanted)
      return try Opinion.read(reply, to: request, from: name)
    } catch ForeignProgram.Trouble.calledOff {
      throw Failure()
    } catch {
      throw Failure("\(name): \(error)")
    }
  }
}
