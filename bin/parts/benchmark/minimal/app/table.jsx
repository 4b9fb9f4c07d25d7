"use client"

import Link from "next/link"

const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2 })

export function Table({ rows }) {
  return (
    <table>
      <tbody>
        {rows.map(([id, number, client, project, status, issued, due, total, open]) => (
          <tr key={id}>
            <td>
              <Link href={`/detail/${id}`} prefetch={false}>
                {number}
              </Link>
            </td>
            <td>{client}</td>
            <td>{project}</td>
            <td>{status}</td>
            <td>{issued}</td>
            <td>{due}</td>
            <td>{money.format(total)}</td>
            <td>{money.format(open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
