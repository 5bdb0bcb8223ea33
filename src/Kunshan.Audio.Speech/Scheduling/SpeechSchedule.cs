using System.Runtime.CompilerServices;

namespace Kunshan.Audio.Speech.Scheduling;

/// <summary>Speaks many requests side by side and hands the clips out in the order of the requests.</summary>
/// <param name="engine">The engine; thread-safe.</param>
/// <param name="jobs">Requests spoken at once, at least 1.</param>
public sealed class SpeechSchedule(ISpeechEngine engine, int jobs)
{
    // Clips that are ready before their turn wait in memory: a short window keeps that flat whatever the article's length.
    private readonly int window = Math.Max(1, jobs) * 4;

    /// <summary>Speaks the requests.</summary>
    /// <param name="requests">In reading order.</param>
    /// <param name="cancellationToken">Stops all of them.</param>
    /// <returns>One clip a request, in the same order.</returns>
    /// <exception cref="SpeechException">A request could not be spoken; those under way are stopped.</exception>
    public async IAsyncEnumerable<SpeechClip> SpeakAsync(IEnumerable<SpeechRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(Math.Max(1, jobs));
        var under = new Queue<Task<SpeechClip>>();
        try
        {
            foreach (var request in requests)
            {
                under.Enqueue(SpeakOneAsync(request, slots, stop.Token));
                if (under.Count >= window)
                {
                    yield return await under.Dequeue();
                }
            }

            while (under.TryDequeue(out var next))
            {
                yield return await next;
            }
        }
        finally
        {
            // On a failure, or when the caller leaves early, nothing keeps speaking behind its back.
            await stop.CancelAsync();
            await Task.WhenAll(under).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task<SpeechClip> SpeakOneAsync(SpeechRequest request, SemaphoreSlim slots, CancellationToken stop)
    {
        await slots.WaitAsync(stop);
        try
        {
            return await Task.Run(() => engine.SpeakAsync(request, stop), stop);
        }
        finally
        {
            slots.Release();
        }
    }
}
