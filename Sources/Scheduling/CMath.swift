// The standard library has no exponentials. This is the one file that asks the platform for
// them, so that the formulas can be read without knowing where `exp` comes from.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// eˣ
func exponential(_ x: Double) -> Double { exp(x) }

/// xʸ
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
