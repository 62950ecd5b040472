// The process of a foreign program, with its three pipes. Nothing here waits longer than it is told.

import Foundation

struct ForeignProcess: ~Copyable {
  private let group: pid_t
  private let programs: ForeignPrograms
  private var input: Int32?
  private var outputs: Int32?
  private var errors: Int32?
  private var question: ArraySlice<UInt8> = []
  private(set) var output: [UInt8] = []
  private var said: [UInt8] = []

  init(
    _ command: [String], in folder: String, among programs: ForeignPrograms
  ) throws(ForeignProgram.Trouble) {
    let (input, output, errors) = (PipeEnds(), PipeEnds(), PipeEnds())
    guard let input, let output, let errors else {
      for pipe in [input, output, errors] { pipe?.close() }
      throw .notStarted(EMFILE)
    }
    defer { for end in [input.reading, output.writing, errors.writing] { close(end) } }
    do throws(ForeignProgram.Trouble) {
      let group = try programs.start { () throws(ForeignProgram.Trouble) in
        try spawn(command, in: folder, [input.reading, output.writing, errors.writing])
      }
      guard let group else { throw .calledOff }
      self.group = group
    } catch {
      for end in [input.writing, output.reading, errors.reading] { close(end) }
      throw error
    }
    self.programs = programs
    self.input = input.writing
    outputs = output.reading
    self.errors = errors.reading
    for end in [input.writing, output.reading, errors.reading] {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    for end in [input, outputs, errors] { if let end { close(end) } }
    programs.end(group)
  }

  mutating func give(_ bytes: [UInt8]) { question = bytes[...] }

  /// How it ended; nil while it has not. It is not laid to rest yet: until then no other process can
  /// get its number.
  var ending: ForeignProgram.Ending? {
    var info = siginfo_t()
    guard waitid(P_PID, id_t(group), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else {
      // Where this program was started with its children's ends ignored, none is ever told.
      return errno == ECHILD ? .exited(0) : nil
    }
    guard info.si_signo == SIGCHLD else { return nil }
    return info.si_code == Int32(CLD_EXITED) ? .exited(info.status) : .signalled(info.status)
  }

  /// The first line that it complained with.
  var complaint: String? {
    String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline).first
      .map { String($0.prefix(Self.mostWords)) }
  }

  private static let mostWords = 200
  private static let mostSaid = 4096
}

// MARK: - Giving and taking

extension ForeignProcess {
  /// Gives what it will take, and takes what it has written.
  ///
  /// - Parameter milliseconds: how long it waits for that to be possible.
  /// - Returns: Whether it has written more of its answer.
  mutating func exchange(waiting milliseconds: Int32) -> Bool {
    var requests = [
      pollfd(fd: input ?? -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: outputs ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { return false }
    if requests[0].revents != 0 { giveSome() }
    let before = output.count
    if requests[1].revents != 0 { Self.takeSome(from: &outputs, to: &output) }
    if requests[2].revents != 0 {
      Self.takeSome(from: &errors, to: &said)
      said = Array(said.prefix(Self.mostSaid))
    }
    return output.count > before
  }

  private mutating func giveSome() {
    guard let end = input else { return }
    let count = withoutPipeSignal {
      question.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
    }
    if count >= 0 {
      question = question.dropFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      // It reads no more; it may answer all the same.
      question = []
    }
    if question.isEmpty {
      close(end)
      input = nil
    }
  }

  private static func takeSome(from end: inout Int32?, to bytes: inout [UInt8]) {
    guard let file = end else { return }
    var part = [UInt8](repeating: 0, count: 1 << 16)
    let count = part.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    bytes += part.prefix(max(0, count))
    let comesLater = count < 0 && (errno == EAGAIN || errno == EINTR)
    if count <= 0, !comesLater {
      close(file)
      end = nil
    }
  }
}
