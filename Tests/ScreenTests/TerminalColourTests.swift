import Screen
import Testing

private let everyInk = TerminalColours.inks + (0..<26).map(Ink.cluster)

@Test func `black on white has the highest contrast there is`() {
  #expect(abs(RGB.black.contrast(with: .white) - 21) < 1e-9)
  #expect(RGB.white.contrast(with: .white) == 1)
  // From the examples of WCAG: this gray is the lightest that passes 4.5 on white.
  #expect(abs(RGB(0x76, 0x76, 0x76).contrast(with: .white) - 4.54) < 0.005)
}

@Test(arguments: [Background.dark, .light])
func `each of 256 colours that is used stands out from its ground`(ground: Background) throws {
  let colours = TerminalColours(.many, on: ground)
  for ink in everyInk {
    let number = try #require(colours.number(of: ink))
    let contrast = TerminalColours.colour(number).contrast(with: ground.colour)
    #expect(contrast >= 3, "\(ink) is \(number): \(contrast)")
  }
}

@Test func `on a ground that nobody knows a colour stands out from dark and from light`() throws {
  let colours = TerminalColours(.many, on: nil)
  for ink in everyInk {
    let colour = TerminalColours.colour(try #require(colours.number(of: ink)))
    for ground in Background.allCases {
      #expect(colour.contrast(with: ground.colour) >= 3, "\(ink) on \(ground)")
    }
  }
}

@Test(arguments: [Background.dark, .light, nil])
func `the first groups have colours of their own`(ground: Background?) {
  let colours = TerminalColours(.many, on: ground)
  let numbers = (0..<7).compactMap { colours.number(of: .cluster($0)) }
  #expect(Set(numbers).count == 7)
}

/// The first sixteen as xterm has them; elsewhere they belong to the terminal's owner.
private let xterm: [RGB] = [
  RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238),
  RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0),
  RGB(0, 255, 0), RGB(255, 255, 0), RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255),
  RGB(255, 255, 255),
]

@Test(arguments: [ColourDepth.eight, .sixteen], [Background.dark, .light])
func `with few colours those are used that stand out`(depth: ColourDepth, ground: Background) {
  let colours = TerminalColours(depth, on: ground)
  for ink in everyInk {
    guard let number = colours.number(of: ink) else { continue }
    #expect(number < (depth == .eight ? 8 : 16))
    let contrast = xterm[number].contrast(with: ground == .dark ? .black : .white)
    #expect(contrast >= 3, "\(ink) is \(number): \(contrast)")
  }
}

@Test func `without colours every ink is the terminal's own`() {
  let colours = TerminalColours(.none, on: .dark)
  #expect(everyInk.allSatisfy { colours.number(of: $0) == nil })
}

@Test func `plain text is always the terminal's own colour`() {
  for depth in ColourDepth.allCases {
    #expect(TerminalColours(depth, on: .light).number(of: .plain) == nil)
  }
}
