export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" fill="var(--accent)" />
        <path
          d="M7 15.5a5 5 0 1 1 7.2-6.9M12 12h5m0 0-2.2-2.2M17 12l-2.2 2.2"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      ConsultantPro
    </span>
  )
}
