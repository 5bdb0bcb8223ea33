using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kunshan.Audio.Engines.BuiltIn.Model;

/// <summary>Reads little-endian IEEE half floats. A model holds two million of them and a short command waits for them, so eight are read at a time.</summary>
internal static class HalfFloats
{
    private const int Lanes = 8;

    // A half's exponent starts 112 below a float's: the multiplication shifts it, subnormal numbers included, and is exact.
    private const float ExponentShift = 5.192296858534828e33f;

    /// <summary>Reads as many values as the target holds. Infinities and NaN, which no model has, come out as large finite numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> bytes, Span<float> target)
    {
        var at = 0;
        if (BitConverter.IsLittleEndian)
        {
            var halves = MemoryMarshal.Cast<byte, ushort>(bytes[..(target.Length * 2)]);
            for (; at + Lanes <= target.Length; at += Lanes)
            {
                var (low, high) = Vector128.Widen(Vector128.Create(halves[at..]));
                var bits = Vector256.Create(low, high);
                var magnitude = Vector256.ShiftLeft(bits & Vector256.Create(0x7FFFu), 13).AsSingle() * ExponentShift;
                var sign = Vector256.ShiftLeft(bits & Vector256.Create(0x8000u), 16);
                (magnitude.AsUInt32() | sign).AsSingle().CopyTo(target[at..]);
            }
        }

        for (; at < target.Length; at++)
        {
            target[at] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(at * 2)..]);
        }
    }
}
