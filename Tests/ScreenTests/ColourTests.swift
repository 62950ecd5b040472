import Foundation
import Screen
import Testing

// Contrast is that of the Web Content Accessibility Guidelines 2.2; colour vision is simulated
// with the matrices of Machado, Oliveira and Fernandes (2009), difference is the distance in Oklab.

@Suite struct ColourTests {
  static let inks: [Ink] =
    [.plain, .muted, .accent, .good, .warning, .bad]
    + (0..<Ink.clusterColourCount).map(Ink.cluster)

  /// Terminals call many shades light or dark.
  static let shades: [Background: [RGB]] = [
    .light: [Background.light.colour, RGB(0xF2F2F2)],
    .dark: [Background.dark.colour, RGB(0x000000), RGB(0x2A2A2A)],
  ]

  @Test(arguments: Background.allCases)
  func `every ink has a contrast of three to one with its background`(
    background: Background
  ) throws {
    for ink in Self.inks {
      for shade in try #require(Self.shades[background]) {
        let ratio = contrast(ink.colour(on: background), shade)
        #expect(ratio >= 3, "\(ink) on \(shade.hex): \(ratio)")
      }
    }
  }

  @Test(arguments: Background.allCases, Vision.allCases)
  func `two groups can be told apart with every kind of colour vision`(
    background: Background, vision: Vision
  ) {
    let seen = (0..<Ink.clusterColourCount).map {
      oklab(vision.seeing(linear(Ink.cluster($0).colour(on: background))))
    }
    for a in seen.indices {
      for b in seen.indices.dropFirst(a + 1) {
        #expect(distance(seen[a], seen[b]) > 0.09, "groups \(a) and \(b) to \(vision)")
      }
    }
  }

  @Test func `groups beyond the last colour begin again, whatever their number`() {
    let count = Ink.clusterColourCount
    #expect(Ink.cluster(count).colour(on: .dark) == Ink.cluster(0).colour(on: .dark))
    for index in [Int.min, -1, .max] { _ = Ink.cluster(index).colour(on: .light) }
  }

  @Test func `a colour is written with two digits for each part`() {
    #expect(RGB(0x0A00FF).hex == "#0a00ff")
  }
}

enum Vision: CaseIterable {
  case full, protan, deutan, tritan

  func seeing(_ c: [Double]) -> [Double] {
    let rows: [[Double]] =
      switch self {
      case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protan:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deutan:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritan:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    return rows.map { min(1, max(0, dot($0, c))) }
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

private func linear(_ colour: RGB) -> [Double] {
  [colour.red, colour.green, colour.blue].map { part in
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}

private func contrast(_ a: RGB, _ b: RGB) -> Double {
  let lights = [a, b].map { dot([0.2126, 0.7152, 0.0722], linear($0)) }.sorted()
  return (lights[1] + 0.05) / (lights[0] + 0.05)
}

private func oklab(_ c: [Double]) -> [Double] {
  let cones = [
    [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map { cbrt(dot($0, c)) }
  return [
    [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
  ].map { dot($0, cones) }
}

private func distance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
